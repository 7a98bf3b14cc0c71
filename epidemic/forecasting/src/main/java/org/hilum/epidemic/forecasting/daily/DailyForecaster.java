package org.hilum.epidemic.forecasting.daily;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.hilum.epidemic.forecasting.Forecast;
import org.hilum.epidemic.forecasting.QuantileLevels;
import org.hilum.epidemic.forecasting.Span;
import org.hilum.epidemic.surveillance.CaseCounts;
import org.hilum.epidemic.surveillance.Rhythm;

/**
 * How many may be counted tomorrow and in the next four times seven days, in every place with daily
 * counts.
 *
 * <p>Places counted for months go by {@link SteadyCourse}, young outbreaks by {@link EarlyCourse},
 * and between them by a mixture. The intervals are learnt from the same forecasts made on the days
 * before ({@link PastErrors}), with nothing but the counts given.
 */
public final class DailyForecaster {

  /** Days since the first count up to which an outbreak is young, and from which it is not. */
  private static final int YOUNG = 56;

  private static final int GROWN = 84;
  private static final int WEEKS = 4;
  private static final int LEARNT_DAYS = 90;
  private static final int FEWEST_DAYS = 4;
  static double[] USUAL_SPREAD = {0.4, 0.45, 0.7, 0.9, 1.1};

  /**
   * Forecasts {@code day inc} (one day ahead) and {@code 7d inc} (one to four times seven days
   * ahead) after the last counted day of each place.
   *
   * @param series daily series of one measure; places without any count are passed over
   * @throws IllegalArgumentException when a series is not daily
   */
  public List<Forecast> forecast(List<CaseCounts> series) {
    for (CaseCounts one : series) {
      if (one.rhythm() != Rhythm.DAILY) {
        throw new IllegalArgumentException("not daily: " + one);
      }
    }
    Panel panel = Panel.of(series);
    return panel.places() == 0 ? List.of() : forecast(panel);
  }

  private static List<Forecast> forecast(Panel panel) {
    PastErrors[] errors = pastErrors(panel);
    Courses now = new Courses(panel, panel.counted());
    List<Forecast> forecasts = new ArrayList<>();
    for (int place = 0; place < panel.places(); place++) {
      forecasts.addAll(forecast(panel, now, place, errors));
    }
    return forecasts;
  }

  private static PastErrors[] pastErrors(Panel panel) {
    PastErrors[] errors = new PastErrors[1 + WEEKS];
    for (int h = 0; h < errors.length; h++) {
      errors[h] = new PastErrors(panel.places(), USUAL_SPREAD[h]);
    }
    int gap = panel.uncounted();
    int counted = panel.counted();
    for (int origin = counted - gap - 1; origin >= Math.max(FEWEST_DAYS, counted - LEARNT_DAYS);
        origin--) {
      Courses then = new Courses(panel, origin);
      for (int place = 0; place < panel.places(); place++) {
        double[] totals = totals(then.ahead(place, gap + 7 * WEEKS), gap);
        for (int h = 0; h < errors.length; h++) {
          double came = came(panel.row(place), origin + gap, h);
          if (!Double.isNaN(came)) {
            errors[h].add(place, totals[h], came, counted - origin);
          }
        }
      }
    }
    for (PastErrors one : errors) {
      one.learn();
    }
    return errors;
  }

  /** The next day, then four times seven days. */
  private static double[] totals(double[] ahead, int gap) {
    double[] totals = new double[1 + WEEKS];
    totals[0] = ahead[gap];
    for (int d = 0; d < 7 * WEEKS; d++) {
      totals[1 + d / 7] += ahead[gap + d];
    }
    return totals;
  }

  private static double came(double[] row, int after, int horizon) {
    int from = horizon == 0 ? after + 1 : after + 1 + 7 * (horizon - 1);
    int to = horizon == 0 ? from : from + 6;
    if (to >= row.length) {
      return Double.NaN;
    }
    double sum = 0;
    for (int d = from; d <= to; d++) {
      sum += row[d];
    }
    return sum;
  }

  private static List<Forecast> forecast(
      Panel panel, Courses now, int place, PastErrors[] errors) {
    CaseCounts series = panel.series(place);
    int gap = panel.last(place) - Math.min(panel.last(place), panel.counted());
    LocalDate last = panel.lastDay(place);
    double[] totals = totals(now.ahead(place, gap + 7 * WEEKS), gap);
    List<Forecast> forecasts = new ArrayList<>();
    for (int h = 0; h <= WEEKS; h++) {
      Span span = h == 0 ? Span.DAY : Span.SEVEN_DAYS;
      LocalDate end = h == 0 ? last.plusDays(1) : last.plusDays(7L * h);
      double[] quantiles = errors[h].around(place, totals[h]);
      forecasts.add(
          new Forecast(
              series.location(), series.measure(), span, Math.max(1, h), end, quantiles));
    }
    return forecasts;
  }

  /** Medians of the days after a day, for all places. */
  private static final class Courses {

    private final Panel panel;
    private final int until;
    private final int[] age;
    private final EarlyCourse early;

    Courses(Panel panel, int until) {
      this.panel = panel;
      this.until = until;
      this.age = new int[panel.places()];
      boolean young = false;
      for (int place = 0; place < age.length; place++) {
        age[place] = until - first(panel.row(place)) + 1;
        young |= age[place] < GROWN;
      }
      this.early = young ? new EarlyCourse(panel.rows(), until) : null;
    }

    private static int first(double[] row) {
      int first = 0;
      while (first < row.length && !(row[first] > 0)) {
        first++;
      }
      return first;
    }

    double[] ahead(int place, int days) {
      int own = Math.min(until, panel.last(place));
      double share = Numbers.within(0, (double) (GROWN - age[place]) / (GROWN - YOUNG), 1);
      if (early == null || share == 0) {
        return SteadyCourse.ahead(panel.row(place), own, days);
      }
      double[] ahead = early.ahead(place, own, days);
      if (share < 1) {
        double[] steady = SteadyCourse.ahead(panel.row(place), own, days);
        for (int d = 0; d < days; d++) {
          ahead[d] = Math.expm1(share * Math.log1p(ahead[d]) + (1 - share) * Math.log1p(steady[d]));
        }
      }
      return ahead;
    }
  }
}
