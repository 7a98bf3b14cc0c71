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

  /** Median of weighted values, between the two nearest; neither array is changed. */
  static double median(double[] values, double[] weights) {
    double[] value = values.clone();
    double[] weight = weights.clone();
    double total = 0;
    for (int i = 0; i < value.length; i++) {
      total += weight[i];
      for (int k = i; k > 0 && value[k] < value[k - 1]; k--) {
        swap(value, k);
        swap(weight, k);
      }
    }
    double passed = 0;
    for (int i = 0; i < value.length; i++) {
      double at = passed + weight[i] / 2;
      if (at >= total / 2) {
        double gap = i == 0 ? 0 : (weight[i - 1] + weight[i]) / 2;
        return i == 0 ? value[0] : value[i] - (at - total / 2) / gap * (value[i] - value[i - 1]);
      }
      passed += weight[i];
    }
    return value[value.length - 1];
  }

  private static void swap(double[] values, int k) {
    double held = values[k];
    values[k] = values[k - 1];
    values[k - 1] = held;
  }

  static double within(double low, double value, double high) {
    return Math.max(low, Math.min(high, value));
  }
}
