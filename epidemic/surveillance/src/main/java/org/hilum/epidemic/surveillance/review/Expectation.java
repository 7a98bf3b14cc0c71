package org.hilum.epidemic.surveillance.review;

import org.hilum.epidemic.surveillance.Rhythm;

/**
 * What a step should hold, judged by the steps before it alone.
 *
 * <p>For days: the mean of the seven days before times the weekday's share, where the share is the
 * median of the last four same weekdays, each over the mean of its seven days. For weeks: the
 * larger of the two weeks before.
 */
final class Expectation {

  private static final int WEEK = 7;
  private static final int WEEKS_BACK = 4;

  /** A level is not carried on upwards faster than this from week to week. */
  private static final double STEEPEST_RISE = 16;

  /** From the middle of the seven days before to the step itself, in weeks. */
  private static final double REACH = 4.0 / WEEK;

  private final Rhythm rhythm;
  private final double[] raw;
  private final double[] clean;

  Expectation(Rhythm rhythm, double[] raw, double[] clean) {
    this.rhythm = rhythm;
    this.raw = raw;
    this.clean = clean;
  }

  /** Mean of a week before the step; NaN when too little is known. */
  double level(int step) {
    if (rhythm == Rhythm.WEEKLY) {
      double older = step > 1 ? clean[step - 2] : Double.NaN;
      double newer = step > 0 ? clean[step - 1] : Double.NaN;
      return Double.isNaN(newer) ? older : Double.isNaN(older) ? newer : Math.max(older, newer);
    }
    for (int back = WEEK; back <= WEEKS_BACK * WEEK; back += WEEK) {
      if (known(step - back, step) >= 4) {
        return Medians.mean(clean, step - back, step);
      }
    }
    return Double.NaN;
  }

  private int known(int from, int to) {
    int count = 0;
    for (int n = Math.max(0, from); n < to; n++) {
      count += Double.isNaN(clean[n]) ? 0 : 1;
    }
    return count;
  }

  /** The weekday's part of the level, 1 where it cannot be told. */
  double weekday(int step) {
    return rhythm == Rhythm.WEEKLY ? 1 : share(clean, step);
  }

  private static double share(double[] values, int step) {
    var shares = new double[WEEKS_BACK];
    int count = 0;
    for (int week = 1; week <= WEEKS_BACK; week++) {
      int same = step - week * WEEK;
      if (same >= 0 && !Double.isNaN(values[same])) {
        double mean = Medians.mean(values, same - 3, Math.min(step, same + 4));
        if (mean > 0) {
          shares[count++] = values[same] / mean;
        }
      }
    }
    return count < 2 ? 1 : Medians.of(shares, count);
  }

  /**
   * What a step should hold.
   *
   * @param from the level is that of the week before this step
   */
  double of(int from, int step) {
    return level(from) * weekday(step);
  }

  /**
   * The most a step should hold when what rises goes on rising, and a low weekday is one no more.
   *
   * @param from the level is that of the week before this step
   */
  double highest(int from, int step) {
    double level = level(from);
    double before = level(from - (rhythm == Rhythm.WEEKLY ? 1 : WEEK));
    double rise = before > 0 ? Math.clamp(level / before, 1, STEEPEST_RISE) : 1;
    double share =
        rhythm == Rhythm.WEEKLY ? 1 : Math.max(1, Math.max(weekday(step), share(raw, step)));
    return level * share * Math.pow(rise, rhythm == Rhythm.WEEKLY ? 1 : REACH);
  }
}
