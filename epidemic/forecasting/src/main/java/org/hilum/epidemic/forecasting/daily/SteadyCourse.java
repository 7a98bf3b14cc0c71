package org.hilum.epidemic.forecasting.daily;

/**
 * How a place goes on that has been counted for months: level of the last days, freed of the
 * weekday, times a growth that fades, times the weekday.
 *
 * <p>Level: sum of the counts over the sum of the weekday factors, the newest days weighing most.
 * Growth: last seven days against the seven before.
 */
final class SteadyCourse {

  /** Share by which a day older weighs less in the level. */
  static double FORGET = 0.4;

  /** Share of the growth that is left each day. */
  static double DAMPING = 0.9;

  static double KEEP = 0.7;

  private static final int MEMORY = 14;
  private static final double STEEPEST = 0.2;

  private SteadyCourse() {}

  /**
   * Medians of the days after a day.
   *
   * @param row counts by day, NaN where absent
   * @param until last day looked at
   * @param days how many days ahead
   */
  static double[] ahead(double[] row, int until, int days) {
    double[] factors = WeekdayFactors.of(row, until);
    double[] calm = calmed(row, until, factors);
    double weight = 1;
    double counts = 0;
    double shares = 0;
    double age = 0;
    double weights = 0;
    for (int k = 0; k < calm.length; k++, weight *= 1 - FORGET) {
      if (!Double.isNaN(calm[k])) {
        double share = factors[Math.floorMod(until - k, 7)];
        counts += weight * calm[k];
        shares += weight * share;
        age += weight * k;
        weights += weight;
      }
    }
    double[] ahead = new double[days];
    if (!(shares > 0)) {
      return ahead;
    }
    double growth = KEEP*growth(calm, until, factors);
    double level = counts / shares * Math.exp(growth * age / weights);
    for (int h = 1; h <= days; h++) {
      level *= Math.exp(growth);
      growth *= DAMPING;
      ahead[h - 1] = level * factors[Math.floorMod(until + h, 7)];
    }
    return ahead;
  }

  /** The last days, newest first; a single day far above all others is lowered. */
  private static double[] calmed(double[] row, int until, double[] factors) {
    int length = Math.min(MEMORY, until + 1);
    double[] calm = new double[length];
    double highest = 0;
    double second = 0;
    for (int k = 0; k < length; k++) {
      calm[k] = row[until - k];
      double rate = calm[k] / Math.max(0.3, factors[Math.floorMod(until - k, 7)]);
      if (rate > highest) {
        second = highest;
        highest = rate;
      } else if (rate > second) {
        second = rate;
      }
    }
    double bound = 2 * second + 5;
    for (int k = 0; k < length; k++) {
      calm[k] = Math.min(calm[k], bound * Math.max(0.3, factors[Math.floorMod(until - k, 7)]));
    }
    return calm;
  }

  private static double growth(double[] calm, int until, double[] factors) {
    double now = rate(calm, 0, until, factors);
    double before = rate(calm, 7, until, factors);
    if (Double.isNaN(now) || Double.isNaN(before)) {
      return 0;
    }
    return Numbers.within(-STEEPEST, Math.log((now + 0.7) / (before + 0.7)) / 7, STEEPEST);
  }

  private static double rate(double[] calm, int from, int until, double[] factors) {
    double counts = 0;
    double shares = 0;
    for (int k = from; k < Math.min(calm.length, from + 7); k++) {
      if (!Double.isNaN(calm[k])) {
        counts += calm[k];
        shares += factors[Math.floorMod(until - k, 7)];
      }
    }
    return shares > 0.5 ? counts / shares : Double.NaN;
  }
}
