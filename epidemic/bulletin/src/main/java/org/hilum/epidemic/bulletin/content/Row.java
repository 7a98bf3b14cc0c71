package org.hilum.epidemic.bulletin.content;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hilum.epidemic.bulletin.Bulletin;
import org.hilum.epidemic.bulletin.PlaceReport;
import org.hilum.epidemic.bulletin.SeriesReport;
import org.hilum.epidemic.forecasting.Forecast;
import org.hilum.epidemic.surveillance.Measure;

/**
 * One place in the ranking of a measure.
 *
 * @param last persons in the seven days to the last count; NaN when a day is missing
 * @param before persons in the seven days before those
 * @param next the next seven days
 */
public record Row(
    PlaceReport place, SeriesReport series, double last, double before, Optional<Forecast> next) {

  /** Below this many persons a change in percent says nothing. */
  private static final double FEW = 5;

  /** The row of a place. */
  public static Row of(PlaceReport place, SeriesReport series) {
    var day = series.lastCounted();
    double last = day.map(series::sevenDaysTo).orElse(Double.NaN);
    double before = day.map(end -> series.sevenDaysTo(end.minusDays(7))).orElse(Double.NaN);
    return new Row(place, series, last, before, series.next());
  }

  /** All places that count a measure, most expected first. */
  public static List<Row> of(Bulletin bulletin, Measure measure) {
    return bulletin.places().stream()
        .flatMap(place -> place.of(measure).map(series -> of(place, series)).stream())
        .sorted(
            Comparator.comparingDouble(Row::weight)
                .reversed()
                .thenComparing(row -> row.place().name()))
        .toList();
  }

  private double weight() {
    return next.map(Forecast::median).orElse(Double.isFinite(last) ? last : 0);
  }

  /** How many times the last seven days the next are expected to be; empty where few or unknown. */
  public Optional<Double> expectedRatio() {
    double compared = compared();
    return next.filter(_ -> compared >= FEW).map(forecast -> forecast.median() / compared);
  }

  /** How many times the seven days before the last seven were; empty where few or unknown. */
  public Optional<Double> pastRatio() {
    return before >= FEW && Double.isFinite(last) ? Optional.of(last / before) : Optional.empty();
  }

  /** The seven days that the forecast is compared with. */
  public double compared() {
    double known = next.map(series::before).orElse(Double.NaN);
    return Double.isFinite(known) ? known : last;
  }

  /** Whether more than a few persons are counted or expected. */
  public boolean isWorthAChart() {
    return last >= FEW || next.map(Forecast::median).orElse(0.0) >= FEW;
  }

  /** Which way it goes; empty without a forecast, and where few are counted and expected. */
  public Optional<Direction> direction() {
    return next.filter(forecast -> Math.max(compared(), forecast.median()) >= FEW)
        .map(forecast -> Direction.of(forecast, compared()));
  }
}
