package org.hilum.epidemic.surveillance.review;

import java.util.Arrays;
import org.hilum.epidemic.surveillance.CaseCounts;
import org.hilum.epidemic.surveillance.Rhythm;

/** On how many days a week a source reports, and its counts shared among the days between. */
public final class Cadence {

  private static final int WEEKS = 4;

  /** So many a day come on every day when all days are reported: a Poisson zero is 1 in 20. */
  private static final double ENOUGH_PER_DAY = 3;

  /** Two weeks of silence are holidays; more is an end. */
  private static final int LONGEST_SILENCE = 13;

  private Cadence() {}

  /**
   * Days a week with a count in the last four weeks, 1 to 7; 7 where counts are too few to tell.
   */
  public static int reportingDays(CaseCounts series) {
    if (series.rhythm() == Rhythm.WEEKLY) {
      return 1;
    }
    double[] raw = series.values();
    int end = lastCount(raw) + 1;
    int from = Math.max(0, end - 7 * WEEKS);
    double weeks = (end - from) / 7.0;
    if (weeks < 2 || Medians.sum(raw, from, end) < ENOUGH_PER_DAY * (end - from)) {
      return 7;
    }
    var silent = Silences.of(series.rhythm(), raw);
    int days = 0;
    for (int n = from; n < end; n++) {
      days += silent[n] ? 0 : 1;
    }
    return Math.clamp(Math.round(days / weeks), 1, 7);
  }

  private static int lastCount(double[] values) {
    int last = values.length - 1;
    while (last > 0 && !(values[last] > 0)) {
      last--;
    }
    return last;
  }

  /** Shares each count with the silent days before it, and takes silence at the end for unknown. */
  public static double[] spread(Rhythm rhythm, double[] counts) {
    var spread = counts.clone();
    if (rhythm == Rhythm.WEEKLY) {
      return spread;
    }
    var isSilent = Silences.of(rhythm, counts);
    int silent = 0;
    double stray = 0;
    double usual = 0;
    for (int n = 0; n < counts.length; n++) {
      if (isSilent[n] && !Double.isNaN(counts[n])) {
        silent++;
        stray += counts[n];
        continue;
      }
      double perDay = (counts[n] + stray) / (silent + 1);
      if (Double.isNaN(perDay)) {
        fill(spread, n - silent, n, usual, Double.NaN);
      } else {
        fill(spread, n - silent, n + 1, n > silent ? perDay : 0, perDay);
        usual = perDay;
      }
      silent = 0;
      stray = 0;
    }
    fill(spread, counts.length - silent, counts.length, usual, Double.NaN);
    return spread;
  }

  /** Fills a silence that is not one of few cases and not an end. */
  private static void fill(double[] spread, int from, int to, double perDay, double with) {
    if (to - from <= LONGEST_SILENCE + 1 && perDay >= ENOUGH_PER_DAY) {
      Arrays.fill(spread, from, to, with);
    }
  }
}
