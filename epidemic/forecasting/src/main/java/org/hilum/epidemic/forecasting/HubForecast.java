package org.hilum.epidemic.forecasting;

import java.time.LocalDate;

/** A forecast with the day on which it was made: one group of 23 rows of a hub file. */
public record HubForecast(LocalDate referenceDate, Forecast forecast) {

  /** Which count it is about. */
  public ForecastTarget target() {
    return new ForecastTarget(
        referenceDate,
        forecast.location(),
        forecast.measure(),
        forecast.span(),
        forecast.horizon(),
        forecast.targetEnd());
  }
}
