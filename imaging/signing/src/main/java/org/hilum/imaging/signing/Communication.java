package org.hilum.imaging.signing;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * Who was told of a critical result, how and when.
 *
 * @param to who was told
 * @param how by telephone, in person
 */
public record Communication(String to, String how, Instant at) {
  public Communication {
    requireNonNull(to, "to");
    requireNonNull(how, "how");
    requireNonNull(at, "at");
  }
}
