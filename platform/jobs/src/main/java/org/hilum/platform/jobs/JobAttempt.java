package org.hilum.platform.jobs;

import java.time.Instant;
import java.util.Optional;

/**
 * One time a job was begun.
 *
 * @param number 1 for the first
 * @param node which process did it
 * @param outcome empty while it goes on
 * @param words why it ended so, with ids and never names; empty when it was done
 */
public record JobAttempt(
    int number,
    String node,
    Instant startedAt,
    Optional<Instant> endedAt,
    Optional<Outcome> outcome,
    String words) {

  /** How an attempt can end. */
  public enum Outcome {
    /** The work is done. */
    DONE,
    /** The worker said no, or broke. */
    FAILED,
    /** It took longer than its worker allows. */
    TIMED_OUT,
    /** A person called it off. */
    CANCELLED,
    /** The program was stopped in good order; counts for nothing. */
    HANDED_BACK,
    /** The process it ran in is gone. */
    KILLED
  }
}
