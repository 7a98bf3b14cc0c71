package org.hilum.epidemic.forecasting.transmission;

import org.hilum.epidemic.forecasting.daily.WeekdayFactors;
import org.hilum.epidemic.surveillance.CaseCounts;

/**
 * What the newest daily counts are, up to the last one reported: sums of seven days, and how noisy
 * they are.
 */
record DailyCounts(double[] values, int last) {

  private static final int DAYS = 7;
  private static final int NOISE_DAYS = 28;
  private static final double LEAST_FACTOR = 0.1;

  /** Counts with what was taken back made absent (NaN). */
  static DailyCounts of(CaseCounts series) {
    double[] values = series.values();
    int last = -1;
    for (int d = 0; d < values.length; d++) {
      values[d] = values[d] < 0 ? Double.NaN : values[d];
      last = Double.isNaN(series.at(d)) ? last : d;
    }
    return new DailyCounts(values, last);
  }

  /** The counts over their weekday's factor; absent on weekdays that hardly report. */
  DailyCounts evened() {
    double[] factors = WeekdayFactors.of(values, last);
    double[] even = values.clone();
    for (int d = 0; d < even.length; d++) {
      double factor = factors[d % DAYS];
      even[d] = factor < LEAST_FACTOR ? Double.NaN : values[d] / factor;
    }
    return new DailyCounts(even, last);
  }

  /** Sum of the seven days up to one; NaN when one is absent or before the first. */
  double seven(int end) {
    if (end - DAYS + 1 < 0 || end > last) {
      return Double.NaN;
    }
    double sum = 0;
    for (int d = end - DAYS + 1; d <= end; d++) {
      sum += values[d];
    }
    return sum;
  }

  /** The count of a day; where it is absent, the mean of the counted ones of the week before. */
  double filled(int day) {
    if (!Double.isNaN(values[day])) {
      return values[day];
    }
    double sum = 0;
    int counted = 0;
    for (int d = Math.max(0, day - DAYS); d < day; d++) {
      if (!Double.isNaN(values[d])) {
        sum += values[d];
        counted++;
      }
    }
    return counted == 0 ? 0 : sum / counted;
  }

  /**
   * How much the counts vary beyond a Poisson count: mean of {@code (x(t) - q x(t-7))² / (q
   * (x(t-7)) + q² x(t-7))} over the four weeks up to a day, q the ratio of the two seven-day sums,
   * so that weekday and growth drop out; at least 1.
   */
  double dispersion(int until) {
    double sum = 0;
    int counted = 0;
    for (int d = until; d > until - NOISE_DAYS && d - 2 * DAYS >= 0; d--) {
      double ratio = seven(Math.min(until, d + 3)) / seven(Math.min(until, d + 3) - DAYS);
      double before = values[d - DAYS];
      double away = values[d] - ratio * before;
      double poisson = ratio * before + ratio * ratio * before;
      if (poisson > 0 && Double.isFinite(away)) {
        sum += away * away / poisson;
        counted++;
      }
    }
    return counted < DAYS ? 1 : Math.max(1, sum / counted);
  }
}
