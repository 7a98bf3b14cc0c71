package org.hilum.imaging.archive.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.MediaType;

/** Whether bytes go out as the one part of an answer, which is the standard's default, or alone. */
enum BytesForm {
  PART,
  ALONE;

  static BytesForm of(Accepted accepted) {
    for (var type : accepted.types()) {
      if (Accepted.inner(type).includes(MediaType.APPLICATION_OCTET_STREAM)) {
        return Accepted.isMultipart(type) || type.isWildcardType() ? PART : ALONE;
      }
    }
    throw DicomWebException.notAcceptable("values go out as application/octet-stream");
  }

  void send(byte[] bytes, HttpServletResponse response) throws IOException {
    var type = MediaType.APPLICATION_OCTET_STREAM_VALUE;
    if (this == ALONE) {
      response.setContentType(type);
      response.setContentLength(bytes.length);
      response.getOutputStream().write(bytes);
      return;
    }
    var boundary = MultipartOutput.newBoundary();
    response.setContentType(MultipartOutput.contentType(type, boundary));
    var parts = new MultipartOutput(boundary, response.getOutputStream());
    parts.part(type, bytes.length).write(bytes);
    parts.end();
  }
}
