package org.hilum.epidemic.forecasting.daily;

/**
 * How a place goes on that has been counted for months: level of the last days, freed of the
 * weekday, times a growth that fades, times the weekday.
 *
 * <p>Level: sum of the counts over the sum of the weekday factors, the newest days weighing most
 * (less so where counts are small and a day says little). Growth: last seven days against the seven
 * before. A place that falls silent after weeks of counts is expected to be silent tomorrow as
 * well, but to come back within the days after, as most have.
 */
final class SteadyCourse {

  /** Share by which a day's weight is below the next day's, for large counts and for the least. */
  private static final double FORGET = 0.4;

  private static final double FORGET_SMALL = 0.1;

  /** Counts a day at which the two are mixed half and half. */
  private static final double SMALL = 50;

  /** Share of the growth seen that is carried on, and share of it left after each further day. */
  private static final double CARRIED = 0.7;

  private static final double DAMPING = 0.9;
  private static final double STEEPEST = 0.2;

  /** Share of the former course to which a silent place comes back, on the average. */
  private static final double RESUMED = 0.8;

  private static final int USUAL = 28;
  private static final int MEMORY = 14;

  /** Counts a day from which a week of zeros before is silence, not absence of disease. */
  private static final double SPEAKING = 10;

  private static final double LEAST_SHARE = 0.3;

  private SteadyCourse() {}

  /**
   * Medians of the days after a day.
   *
   * @param row counts by day, NaN where absent
   * @param until last day looked at
   * @param days how many days ahead
   */
  static double[] ahead(double[] row, int until, int days) {
    double[] ahead = spoken(row, until, days);
    int silent = silence(row, until);
    if (silent > 0) {
      double[] resumed = spoken(row, until - silent, silent + days);
      for (int d = 1; d < days; d++) {
        ahead[d] = Math.max(ahead[d], RESUMED * resumed[silent + d]);
      }
    }
    return ahead;
  }

  /**
   * How many days at the end a place that used to count every day has been silent (zeros); 0 when
   * it is not, or has been for two weeks.
   */
  private static int silence(double[] row, int until) {
    int days = 0;
    while (days < MEMORY && days <= until && row[until - days] == 0) {
      days++;
    }
    if (days < 2 || days == MEMORY) {
      return 0;
    }
    double sum = 0;
    int counted = 0;
    for (int d = Math.max(0, until - days - USUAL + 1); d <= until - days; d++) {
      sum += Double.isNaN(row[d]) ? 0 : row[d];
      counted++;
    }
    return sum >= SPEAKING * counted && counted == USUAL ? days : 0;
  }

  private static double[] spoken(double[] row, int until, int days) {
    double[] factors = WeekdayFactors.of(row, until);
    double[] shares = new double[Math.min(MEMORY, until + 1)];
    for (int k = 0; k < shares.length; k++) {
      shares[k] = factors[Math.floorMod(until - k, 7)];
    }
    double[] counts = calmed(row, until, shares);
    double growth = CARRIED * growth(counts, shares);
    double level = level(counts, shares, growth);
    double[] ahead = new double[days];
    for (int h = 1; h <= days; h++) {
      level *= Math.exp(growth);
      growth *= DAMPING;
      ahead[h - 1] = level * factors[Math.floorMod(until + h, 7)];
    }
    return ahead;
  }

  /** Level on the last day, 0 when no day of the memory was counted. */
  private static double level(double[] counts, double[] shares, double growth) {
    double forget = forget(counts);
    double weight = 1;
    double sum = 0;
    double share = 0;
    double age = 0;
    double weights = 0;
    for (int k = 0; k < counts.length; k++, weight *= 1 - forget) {
      if (!Double.isNaN(counts[k])) {
        sum += weight * counts[k];
        share += weight * shares[k];
        age += weight * k;
        weights += weight;
      }
    }
    return share > 0 ? sum / share * Math.exp(growth * age / weights) : 0;
  }

  private static double forget(double[] counts) {
    double sum = 0;
    int days = 0;
    for (double count : counts) {
      sum += Double.isNaN(count) ? 0 : count;
      days += Double.isNaN(count) ? 0 : 1;
    }
    double mean = sum / Math.max(1, days);
    return FORGET_SMALL + (FORGET - FORGET_SMALL) * mean / (mean + SMALL);
  }

  /** The last days, newest first; a single day far above all others is lowered (a dump). */
  private static double[] calmed(double[] row, int until, double[] shares) {
    double[] counts = new double[shares.length];
    double highest = 0;
    double second = 0;
    for (int k = 0; k < counts.length; k++) {
      counts[k] = row[until - k];
      double rate = counts[k] / Math.max(LEAST_SHARE, shares[k]);
      if (rate > highest) {
        second = highest;
        highest = rate;
      } else if (rate > second) {
        second = rate;
      }
    }
    double bound = 1.5 * second + 5;
    for (int k = 0; k < counts.length; k++) {
      counts[k] = Math.min(counts[k], bound * Math.max(LEAST_SHARE, shares[k]));
    }
    return counts;
  }

  private static double growth(double[] counts, double[] shares) {
    double now = rate(counts, shares, 0);
    double before = rate(counts, shares, 7);
    if (silent(counts, shares, 7) && now >= SPEAKING) {
      return 0;
    }
    return now >= 0 && before >= 0
        ? Numbers.within(-STEEPEST, Math.log((now + 0.7) / (before + 0.7)) / 7, STEEPEST)
        : 0;
  }

  /** Whether half a week or more of seven days, by weekday factors, are zeros. */
  private static boolean silent(double[] counts, double[] shares, int from) {
    double silent = 0;
    for (int k = from; k < Math.min(counts.length, from + 7); k++) {
      silent += counts[k] == 0 ? shares[k] : 0;
    }
    return silent >= 3;
  }

  /** Mean of seven days freed of the weekday; NaN when too few were counted. */
  private static double rate(double[] counts, double[] shares, int from) {
    double sum = 0;
    double share = 0;
    for (int k = from; k < Math.min(counts.length, from + 7); k++) {
      if (!Double.isNaN(counts[k])) {
        sum += counts[k];
        share += shares[k];
      }
    }
    return share > 0.5 ? sum / share : Double.NaN;
  }
}
