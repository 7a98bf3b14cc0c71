package org.hilum.epidemic.bulletin;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Where counts came from, and whether it still gives any.
 *
 * @param name as a person knows it
 * @param newest the newest day whose counts it gave; empty when it gave none
 * @param failure why it gives none now; empty when it does
 */
public record CountSource(String name, Optional<LocalDate> newest, Optional<Failure> failure) {

  /**
   * It is silent, or its counts were refused.
   *
   * @param since the first day on which it failed
   * @param words more about it, as the reasons of a refusal; may be empty
   */
  public record Failure(LocalDate since, Cause cause, String words) {}

  /** How a source can fail. */
  public enum Cause {
    /** No counts came when they were due. */
    NOTHING_CAME,
    /** Counts came and were refused. */
    REFUSED
  }
}
