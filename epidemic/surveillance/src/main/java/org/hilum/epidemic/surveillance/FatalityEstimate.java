package org.hilum.epidemic.surveillance;

import java.time.LocalDate;
import java.util.List;

/** A case fatality ratio up to a day, or why there is none. */
public sealed interface FatalityEstimate {

  /** The day up to which, or on which, it holds. */
  LocalDate day();

  /**
   * Estimated.
   *
   * @param ratio deaths over cases with an outcome, 0 to 1
   * @param lower lower end of the 95 % interval
   * @param upper upper end of the 95 % interval
   * @param deaths counted
   * @param outcomes cases that count as having had time for an outcome; all, when naive
   * @param biases in which directions it is off
   */
  record Estimated(
      LocalDate day,
      double ratio,
      double lower,
      double upper,
      double deaths,
      double outcomes,
      List<FatalityBias> biases)
      implements FatalityEstimate {
    public Estimated {
      biases = List.copyOf(biases);
    }
  }

  /**
   * Not estimated.
   *
   * @param because one sentence
   */
  record NotEstimated(LocalDate day, String because) implements FatalityEstimate {}
}
