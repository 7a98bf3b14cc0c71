package org.hilum.benchmarks.epidemic;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hilum.epidemic.forecasting.Forecast;
import org.hilum.epidemic.forecasting.HubForecast;
import org.hilum.epidemic.forecasting.Span;
import org.hilum.epidemic.surveillance.Remark;
import org.hilum.epidemic.surveillance.Vintage;

/** Our engine, asked for many days. */
interface Engine {

  /** What the engine said of one vintage. */
  record Answer(List<Forecast> forecasts, List<Remark> remarks) {}

  /** Forecasts of one vintage, nothing else seen. */
  Answer forecast(Vintage vintage, LocalDate day);

  /** Forecasts of several days, of some spans and horizons. */
  default List<HubForecast> forecasts(List<Day> days, Span span, Set<Integer> horizons) {
    List<HubForecast> all = new ArrayList<>();
    for (Day day : days) {
      for (Forecast one : forecast(day.vintage(), day.referenceDate()).forecasts()) {
        if (one.span() == span && horizons.contains(one.horizon())) {
          all.add(new HubForecast(day.referenceDate(), one));
        }
      }
    }
    return all;
  }

  /** A day on which forecasts are made, and what was known then. */
  record Day(LocalDate referenceDate, Vintage vintage) {}
}
