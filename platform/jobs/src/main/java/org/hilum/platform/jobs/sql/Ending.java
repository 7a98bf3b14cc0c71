package org.hilum.platform.jobs.sql;

import org.hilum.platform.jobs.JobAttempt.Outcome;

/**
 * How an attempt ended.
 *
 * @param words why, empty when the work is done
 * @param mostAttempts how many failures the job may have; 0 when another attempt cannot help
 */
public record Ending(Outcome outcome, String words, int mostAttempts) {

  /** The work is done. */
  public static final Ending DONE = new Ending(Outcome.DONE, "", 0);

  /** Whether it counts as a failure of the job. */
  boolean isFailure() {
    return outcome == Outcome.FAILED || outcome == Outcome.TIMED_OUT;
  }
}
