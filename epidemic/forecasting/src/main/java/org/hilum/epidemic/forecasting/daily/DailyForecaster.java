package org.hilum.epidemic.forecasting.daily;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.hilum.epidemic.forecasting.Forecast;
import org.hilum.epidemic.forecasting.Span;
import org.hilum.epidemic.surveillance.CaseCounts;
import org.hilum.epidemic.surveillance.Rhythm;

/**
 * How many may be counted tomorrow and in the next four times seven days, in every place with daily
 * counts.
 *
 * <p>Medians come from {@link Courses}. Intervals are learnt from the same forecasts made on the
 * days before ({@link PastErrors}), from nothing but the counts given; {@link Bounds} keep a
 * forecast from running away.
 */
public final class DailyForecaster {

  private static final int WEEKS = 4;
  private static final int LEARNT_DAYS = 180;
  private static final int FEWEST_DAYS = 4;

  /**
   * Tomorrow, then one to four times seven days: spread of the errors on a log scale, if unknown.
   */
  private static final double[] USUAL_SPREAD = {0.3, 0.3, 0.5, 0.6, 0.8};

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
      errors[h] = new PastErrors(panel.places(), memory(h, panel.counted()));
    }
    int gap = panel.uncounted();
    int counted = panel.counted();
    for (int origin = counted - gap - 1;
        origin >= Math.max(FEWEST_DAYS, counted - LEARNT_DAYS);
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

  /** Errors of the near are forgotten sooner than those of the far, and sooner in a young panel. */
  private static PastErrors.Memory memory(int horizon, int days) {
    double halfLife = Math.min(horizon < 2 ? 28 : 56, Math.max(1, days / 5.0));
    // errors of seven days overlap and so say less each
    return horizon == 0
        ? new PastErrors.Memory(USUAL_SPREAD[0], halfLife, 14, 60)
        : new PastErrors.Memory(USUAL_SPREAD[horizon], halfLife, 50, 100);
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

  private static List<Forecast> forecast(Panel panel, Courses now, int place, PastErrors[] errors) {
    CaseCounts series = panel.series(place);
    int gap = panel.last(place) - Math.min(panel.last(place), panel.counted());
    int last = panel.last(place);
    LocalDate day = panel.lastDay(place);
    double[] totals = totals(now.ahead(place, gap + 7 * WEEKS), gap);
    List<Forecast> forecasts = new ArrayList<>();
    for (int h = 0; h <= WEEKS; h++) {
      Span span = h == 0 ? Span.DAY : Span.SEVEN_DAYS;
      LocalDate end = h == 0 ? day.plusDays(1) : day.plusDays(7L * h);
      Bounds bounds = Bounds.of(panel.row(place), last, h == 0 ? 1 : 7);
      double[] quantiles =
          bounds.cut(errors[h].around(place, bounds.median(totals[h], Math.max(1, h))));
      forecasts.add(
          new Forecast(series.location(), series.measure(), span, Math.max(1, h), end, quantiles));
    }
    return forecasts;
  }
}
