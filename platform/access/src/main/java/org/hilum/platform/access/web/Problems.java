package org.hilum.platform.access.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;

/** Answers that something is not allowed, as a problem (RFC 9457). */
final class Problems {

  private Problems() {}

  /** Writes a problem whose words are our own and need no escaping. */
  static void write(HttpServletResponse response, HttpStatus status, String words)
      throws IOException {
    response.setStatus(status.value());
    response.setContentType("application/problem+json");
    var body =
        "{\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"}"
            .formatted(status.getReasonPhrase(), status.value(), words);
    response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
  }
}
