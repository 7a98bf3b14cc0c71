package org.hilum.imaging.evaluation.statistics;

import java.util.Optional;

/**
 * A mean over patients with its interval.
 *
 * @param value mean, or pooled share
 * @param interval empty where there are too few patients to speak of one
 * @param patients who have the quantity
 */
public record Estimate(double value, Optional<Interval> interval, int patients) {

  /** A 95 % interval. */
  public record Interval(double lower, double upper) {}
}
