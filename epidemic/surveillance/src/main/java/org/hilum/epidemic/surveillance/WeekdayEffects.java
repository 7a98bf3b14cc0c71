package org.hilum.epidemic.surveillance;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * How much of a week's count falls on each weekday: 1 is a seventh, the seven sum to 7.
 *
 * <p>In: a daily series, best {@link ReviewedCounts#corrected}; only its last eight weeks count,
 * and nothing after its last day is known to it. <br>
 * Out: for each weekday the mean of count over the mean of the seven days around it; a week weighs
 * four fifths of the week after it, a ratio further than 1.5 times from the weekday's median is
 * drawn in to there, and the mean is drawn towards 1 the fewer weeks and counts there are. A weekly
 * series or an empty one has 1 for all. <br>
 * Source: ratio-to-moving-average, as in classical decomposition. Chosen on the winter of 2020: for
 * the next day, the weekday's effect times the last week's mean errs 7 % less in German states, 4 %
 * less in Italian regions and 1 % less in countries than with the plain median of four weeks. <br>
 * Limits: holidays are not known to it.
 */
public final class WeekdayEffects {

  private static final int WEEK = 7;
  private static final int WEEKS = 8;
  private static final double EACH_WEEK_BACK = 0.8;
  private static final double FURTHEST = 1.5;

  /** Weeks that 1 weighs, before counts are looked at. */
  private static final double WEEKS_OF_ONE = 0.5;

  /** Variance of effects on the log scale as found in countries: 0.3 squared. */
  private static final double EFFECT_VARIANCE = 0.1;

  private final double[] effects;

  private WeekdayEffects(double[] effects) {
    this.effects = effects;
  }

  /** The effects at the end of a series. */
  public static WeekdayEffects of(CaseCounts counts) {
    var effects = new double[WEEK];
    Arrays.fill(effects, 1);
    if (counts.rhythm() == Rhythm.DAILY) {
      for (int behind = 0; behind < WEEK; behind++) {
        int newest = counts.size() - 1 - behind;
        if (newest >= 0) {
          effects[counts.dateAt(newest).getDayOfWeek().ordinal()] = effect(counts, newest);
        }
      }
      scale(effects);
    }
    return new WeekdayEffects(effects);
  }

  private static void scale(double[] effects) {
    double sum = Arrays.stream(effects).sum();
    for (int n = 0; n < WEEK; n++) {
      effects[n] = sum > 0 ? effects[n] * WEEK / sum : 1;
    }
  }

  private static double effect(CaseCounts counts, int newest) {
    var ratios = new double[WEEKS];
    var weights = new double[WEEKS];
    double held = 0;
    int found = 0;
    for (int week = 0; week < WEEKS; week++) {
      int step = newest - week * WEEK;
      double around = step < 0 ? Double.NaN : around(counts, step);
      if (around > 0 && !Double.isNaN(counts.at(step))) {
        ratios[found] = Math.max(0, counts.at(step)) / around;
        weights[found++] = Math.pow(EACH_WEEK_BACK, week);
        held += around;
      }
    }
    if (found == 0) {
      return 1;
    }
    double doubt = WEEKS_OF_ONE + found / (EFFECT_VARIANCE * held);
    return (found * drawnIn(ratios, weights, found) + doubt) / (found + doubt);
  }

  /** Mean of the days from three before to three after; NaN unless all are known. */
  private static double around(CaseCounts counts, int step) {
    if (step < 3 || step + 3 >= counts.size()) {
      return Double.NaN;
    }
    double sum = 0;
    for (int n = step - 3; n <= step + 3; n++) {
      sum += counts.at(n);
    }
    return sum / WEEK;
  }

  private static double drawnIn(double[] ratios, double[] weights, int found) {
    var sorted = Arrays.copyOf(ratios, found);
    Arrays.sort(sorted);
    double median = (sorted[(found - 1) / 2] + sorted[found / 2]) / 2;
    double sum = 0;
    double weight = 0;
    for (int n = 0; n < found; n++) {
      double ratio =
          median > 0 ? Math.clamp(ratios[n], median / FURTHEST, median * FURTHEST) : ratios[n];
      sum += weights[n] * ratio;
      weight += weights[n];
    }
    return sum / weight;
  }

  /** The effect of a weekday. */
  public double of(DayOfWeek day) {
    return effects[day.ordinal()];
  }

  /** The effect of a date's weekday. */
  public double on(LocalDate date) {
    return of(date.getDayOfWeek());
  }

  /** All effects, Monday first, a copy. */
  public double[] values() {
    return effects.clone();
  }
}
