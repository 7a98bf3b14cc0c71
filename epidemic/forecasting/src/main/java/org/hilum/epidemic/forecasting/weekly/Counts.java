package org.hilum.epidemic.forecasting.weekly;

import org.hilum.epidemic.forecasting.QuantileLevels;

/** From log growths to persons, within limits that no epidemic has passed. */
final class Counts {

  /** Sixfold in the time ahead; beyond it lie only errors of the data. */
  private static final double LARGEST_LOG_GROWTH = 1.8;

  private Counts() {}

  /**
   * @param known persons counted in the target week already
   * @param before persons in the comparable part of the week before
   * @param limit what the median may not pass, persons
   */
  static double[] of(double[] growths, double known, double before, double limit) {
    double[] counts = new double[growths.length];
    double below = 0;
    for (int q = 0; q < counts.length; q++) {
      double growth = Math.min(growths[q], LARGEST_LOG_GROWTH);
      double count = known + Math.max(0, (before + 1) * Math.exp(growth) - 1);
      if (q <= QuantileLevels.MEDIAN) {
        count = Math.min(count, limit);
      }
      below = Math.max(below, count);
      counts[q] = below;
    }
    return counts;
  }
}
