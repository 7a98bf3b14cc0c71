package org.hilum.server.hospital;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the server answered. */
record Answer(int status, HttpHeaders headers, byte[] body) {

  private static final JsonMapper JSON = new JsonMapper();

  String header(String name) {
    return headers.firstValue(name).orElse("");
  }

  String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  JsonNode json() {
    return JSON.readTree(body);
  }

  /** This answer, where the request was to succeed. */
  Answer good() {
    if (status / 100 != 2) {
      throw new AssertionError(this);
    }
    return this;
  }

  @Override
  public String toString() {
    return status + " " + text();
  }
}
