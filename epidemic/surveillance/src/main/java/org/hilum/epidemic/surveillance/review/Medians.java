package org.hilum.epidemic.surveillance.review;

import java.util.Arrays;

/** Medians and means of stretches with absent values. */
final class Medians {
  private Medians() {}

  /** Median of the first values of an array; NaN when there is none. Sorts them. */
  static double of(double[] values, int count) {
    if (count == 0) {
      return Double.NaN;
    }
    Arrays.sort(values, 0, count);
    return (values[(count - 1) / 2] + values[count / 2]) / 2;
  }

  /** Median of what is known from a step up to, and without, another; NaN when nothing is. */
  static double of(double[] values, int from, int to) {
    var known = new double[Math.max(0, to - from)];
    int count = 0;
    for (int n = Math.max(0, from); n < Math.min(to, values.length); n++) {
      if (!Double.isNaN(values[n])) {
        known[count++] = values[n];
      }
    }
    return of(known, count);
  }

  /** Mean of what is known from a step up to, and without, another; NaN when nothing is. */
  static double mean(double[] values, int from, int to) {
    double sum = 0;
    int count = 0;
    for (int n = Math.max(0, from); n < Math.min(to, values.length); n++) {
      if (!Double.isNaN(values[n])) {
        sum += values[n];
        count++;
      }
    }
    return count == 0 ? Double.NaN : sum / count;
  }

  /** Sum of what is known from a step up to, and without, another. */
  static double sum(double[] values, int from, int to) {
    double sum = 0;
    for (int n = Math.max(0, from); n < Math.min(to, values.length); n++) {
      sum += Double.isNaN(values[n]) ? 0 : values[n];
    }
    return sum;
  }
}
