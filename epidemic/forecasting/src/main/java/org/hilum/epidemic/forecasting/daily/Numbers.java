package org.hilum.epidemic.forecasting.daily;

import java.util.Arrays;

/** What the middle and the bounds of a few numbers are. */
final class Numbers {

  private Numbers() {}

  /** Median of the values; they are not changed. */
  static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }

  static double within(double low, double value, double high) {
    return Math.max(low, Math.min(high, value));
  }
}
