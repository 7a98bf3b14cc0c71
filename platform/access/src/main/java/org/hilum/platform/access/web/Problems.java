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
    write(response, status, words, "");
  }

  /** Writes that something failed that nobody expected, and its number. */
  static void incident(HttpServletResponse response, String number) throws IOException {
    write(
        response,
        HttpStatus.INTERNAL_SERVER_ERROR,
        Incidents.WORDS + number + ".",
        ",\"%s\":\"%s\"".formatted(Incidents.PROPERTY, number));
  }

  private static void write(
      HttpServletResponse response, HttpStatus status, String words, String more)
      throws IOException {
    response.setStatus(status.value());
    response.setContentType("application/problem+json");
    var body =
        "{\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"%s}"
            .formatted(status.getReasonPhrase(), status.value(), words, more);
    response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
  }
}
