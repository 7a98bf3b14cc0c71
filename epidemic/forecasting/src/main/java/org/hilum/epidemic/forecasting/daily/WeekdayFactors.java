package org.hilum.epidemic.forecasting.daily;

import java.util.Arrays;

/**
 * How much of the usual day each weekday's count is: middle of the last weeks, growth within a week
 * taken out, drawn slightly to 1; the mean of the seven is 1.
 */
public final class WeekdayFactors {

  private static final int DAYS = 7;

  /** Long enough for a steady middle; older weeks weigh less, to follow a changed habit. */
  private static final int WEEKS = 10;

  private static final double WEEK_BEFORE = 0.9;

  private static final double STEEPEST = 0.15;

  private WeekdayFactors() {}

  /**
   * @param row counts by day
   * @param until last day looked at
   * @return factor by day number modulo 7
   */
  public static double[] of(double[] row, int until) {
    double[][] shares = new double[DAYS][WEEKS];
    int weeks = 0;
    for (int w = 0; w < WEEKS && until - DAYS * w - DAYS + 1 >= 0; w++) {
      if (addWeek(row, until - DAYS * w, shares, weeks)) {
        weeks++;
      }
    }
    double[] factors = new double[DAYS];
    Arrays.fill(factors, 1);
    if (weeks > 0) {
      fill(factors, shares, weeks);
    }
    return factors;
  }

  private static boolean addWeek(double[] row, int end, double[][] shares, int weeks) {
    double sum = sum(row, end);
    if (!(sum > 0)) {
      return false;
    }
    double growth = growth(row, end, sum);
    for (int k = 0; k < DAYS; k++) {
      double usual = sum / DAYS * Math.exp(growth * (3 - k));
      shares[Math.floorMod(end - k, DAYS)][weeks] = row[end - k] / usual;
    }
    return true;
  }

  private static double growth(double[] row, int end, double sum) {
    double before = end - 2 * DAYS + 1 >= 0 ? sum(row, end - DAYS) : Double.NaN;
    return before > 0
        ? Numbers.within(-STEEPEST, Math.log((sum + 1) / (before + 1)) / DAYS, STEEPEST)
        : 0;
  }

  /** Sum of the seven days up to one; NaN when a day is absent. */
  private static double sum(double[] row, int end) {
    double sum = 0;
    for (int d = end - DAYS + 1; d <= end; d++) {
      sum += row[d];
    }
    return sum;
  }

  /** Halfway between weighted median and weighted mean, newest first; a dump is lowered first. */
  private static double middle(double[] shares) {
    double[] weights = new double[shares.length];
    weights[0] = 1;
    for (int w = 1; w < weights.length; w++) {
      weights[w] = weights[w - 1] * WEEK_BEFORE;
    }
    double median = Numbers.median(shares, weights);
    double sum = 0;
    double total = 0;
    for (int w = 0; w < weights.length; w++) {
      sum += weights[w] * Math.min(shares[w], 2 * median + 0.5);
      total += weights[w];
    }
    return (median + sum / total) / 2;
  }

  private static void fill(double[] factors, double[][] shares, int weeks) {
    double total = 0;
    for (int d = 0; d < DAYS; d++) {
      double middle = middle(Arrays.copyOf(shares[d], weeks));
      factors[d] = (weeks * middle + 0.5) / (weeks + 0.5);
      total += factors[d];
    }
    for (int d = 0; d < DAYS; d++) {
      factors[d] *= DAYS / total;
    }
  }
}
