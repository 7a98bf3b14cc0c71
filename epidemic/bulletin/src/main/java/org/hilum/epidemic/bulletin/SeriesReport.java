package org.hilum.epidemic.bulletin;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hilum.epidemic.forecasting.Explanation;
import org.hilum.epidemic.forecasting.Forecast;
import org.hilum.epidemic.forecasting.Span;
import org.hilum.epidemic.surveillance.CaseCounts;
import org.hilum.epidemic.surveillance.Measure;
import org.hilum.epidemic.surveillance.Remark;

/**
 * What is known of one measure in one place, and what may come.
 *
 * @param raw as the source gave it
 * @param corrected the same dates, after the corrections that the remarks tell of
 * @param remarks what was corrected or is unusual
 * @param forecasts in order of span and horizon; empty where nothing could be forecast
 * @param explanation what the weekly forecasts rest on
 * @param spread how the disease passes on
 */
public record SeriesReport(
    CaseCounts raw,
    CaseCounts corrected,
    List<Remark> remarks,
    List<Forecast> forecasts,
    Optional<Explanation> explanation,
    Spread spread) {

  private static final int WEEK_DAYS = 7;

  public SeriesReport {
    remarks = List.copyOf(remarks);
    forecasts =
        forecasts.stream()
            .sorted(Comparator.comparing(Forecast::span).thenComparing(Forecast::targetEnd))
            .toList();
  }

  /** What is counted. */
  public Measure measure() {
    return raw.measure();
  }

  /** The forecasts of a span, nearest first. */
  public List<Forecast> forecasts(Span span) {
    return forecasts.stream().filter(forecast -> forecast.span() == span).toList();
  }

  /** The forecasts of weeks; of seven days on end where no week is forecast. */
  public List<Forecast> weeks() {
    var weeks = forecasts(Span.WEEK);
    return weeks.isEmpty() ? forecasts(Span.SEVEN_DAYS) : weeks;
  }

  /** The seven days after the last count, or the first week that is not wholly counted. */
  public Optional<Forecast> next() {
    var sevenDays = forecasts(Span.SEVEN_DAYS);
    return (sevenDays.isEmpty() ? weeks() : sevenDays).stream().findFirst();
  }

  /** The last day that has a count; empty where there is none. */
  public Optional<LocalDate> lastCounted() {
    for (int step = corrected.size() - 1; step >= 0; step--) {
      if (Double.isFinite(corrected.at(step))) {
        return Optional.of(corrected.dateAt(step));
      }
    }
    return Optional.empty();
  }

  /** Persons counted in the seven days to a day, corrected; NaN when one of them is not known. */
  public double sevenDaysTo(LocalDate end) {
    return sevenDaysTo(corrected, end);
  }

  /** Persons counted in the seven days to a day; NaN when one of them is not known. */
  public static double sevenDaysTo(CaseCounts counts, LocalDate end) {
    if (counts.rhythm().days() == WEEK_DAYS) {
      return counts.on(end);
    }
    double sum = 0;
    for (int back = 0; back < WEEK_DAYS; back++) {
      sum += counts.on(end.minusDays(back));
    }
    return sum;
  }

  /** The seven days before those that {@link #next} forecasts; NaN when they are not known. */
  public double before(Forecast next) {
    return sevenDaysTo(next.targetEnd().minusDays(WEEK_DAYS));
  }
}
