package org.hilum.imaging.correction.web;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;

/** A file that a browser keeps and never shows as a page with rights here. */
final class Attachment {

  private Attachment() {}

  /** What goes before its bytes. */
  static void begin(HttpServletResponse response, String mediaType, String name) {
    response.setContentType(mediaType);
    response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
  }
}
