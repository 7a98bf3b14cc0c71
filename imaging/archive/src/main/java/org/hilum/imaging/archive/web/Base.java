package org.hilum.imaging.archive.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Where this service lies, as whoever asks sees it. */
final class Base {

  private Base() {}

  static String of(HttpServletRequest request) {
    return ServletUriComponentsBuilder.fromContextPath(request).path("/dicomweb").toUriString();
  }
}
