package org.hilum.epidemic.forecasting;

import java.time.LocalDate;

/**
 * How many beds are needed on a day, under a {@link BedPlan}.
 *
 * @param hospital all beds, intensive care among them
 * @param intensive beds in intensive care
 */
public record BedDemand(LocalDate day, Range hospital, Range intensive) {

  /** A median with its 95 % interval. */
  public record Range(double low, double median, double high) {}
}
