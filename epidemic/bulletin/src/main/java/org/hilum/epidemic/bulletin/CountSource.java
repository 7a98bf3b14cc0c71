package org.hilum.epidemic.bulletin;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Where counts came from, and whether it still gives any.
 *
 * @param name as a person knows it
 * @param newest the newest date it has a count of; empty when it has none
 * @param failure why it gives none now; empty when it does
 */
public record CountSource(String name, Optional<LocalDate> newest, Optional<Failure> failure) {

  /**
   * It does not answer, or its counts were refused.
   *
   * @param since the first day on which it failed
   * @param words why, in words
   */
  public record Failure(LocalDate since, String words) {}
}
