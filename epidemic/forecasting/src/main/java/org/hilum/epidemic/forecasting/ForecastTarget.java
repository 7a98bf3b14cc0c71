package org.hilum.epidemic.forecasting;

import java.time.LocalDate;
import org.hilum.epidemic.surveillance.Measure;

/**
 * Which count is forecast, from which day: the row by which forecasts of several authors are
 * compared.
 *
 * @param referenceDate day on which the forecast was made, as its file says
 * @param horizon days or weeks ahead, see {@link Span}
 * @param targetEnd last day of the forecast stretch
 */
public record ForecastTarget(
    LocalDate referenceDate,
    String location,
    Measure measure,
    Span span,
    int horizon,
    LocalDate targetEnd) {

  @Override
  public String toString() {
    return "%s %s, horizon %d, made %s for %s"
        .formatted(location, HubFile.targetName(measure, span), horizon, referenceDate, targetEnd);
  }
}
