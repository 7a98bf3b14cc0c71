package org.hilum.epidemic.forecasting.daily;

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
 * <p>Medians come from {@link Courses}. How wide the intervals are is learnt from the same
 * forecasts made on the days before ({@link Rehearsal}), from nothing but the counts given; {@link
 * Bounds} keep a forecast from running away.
 */
public final class DailyForecaster {

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

  /**
   * How many days at the end of the series are not wholly counted yet, all places looked at
   * together; growth and reproduction number should be taken from the days before.
   */
  public static int uncountedDays(List<CaseCounts> series) {
    return Panel.of(series).uncounted();
  }

  private static List<Forecast> forecast(Panel panel) {
    Rehearsal rehearsal = new Rehearsal(panel);
    Courses now = new Courses(panel, panel.counted());
    List<Forecast> forecasts = new ArrayList<>();
    for (int place = 0; place < panel.places(); place++) {
      double[] medians = rehearsal.medians(now, place);
      for (int h = 0; h < medians.length; h++) {
        forecasts.add(forecast(panel, place, h, medians[h], rehearsal.errors(h)));
      }
    }
    return forecasts;
  }

  private static Forecast forecast(
      Panel panel, int place, int horizon, double median, PastErrors errors) {
    boolean day = horizon == 0;
    Bounds bounds = Bounds.of(panel.raw(place), panel.last(place), day ? 1 : 7);
    double[] quantiles = errors.around(place, bounds.median(median, Math.max(1, horizon)));
    CaseCounts series = panel.series(place);
    return new Forecast(
        series.location(),
        series.measure(),
        day ? Span.DAY : Span.SEVEN_DAYS,
        Math.max(1, horizon),
        panel.lastDay(place).plusDays(day ? 1 : 7L * horizon),
        bounds.cut(quantiles));
  }
}
