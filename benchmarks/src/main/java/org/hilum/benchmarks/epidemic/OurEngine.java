package org.hilum.benchmarks.epidemic;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.hilum.epidemic.forecasting.ForecastRun;
import org.hilum.epidemic.forecasting.Forecaster;
import org.hilum.epidemic.forecasting.HubForecast;
import org.hilum.epidemic.forecasting.Span;
import org.hilum.epidemic.forecasting.daily.DailyForecaster;
import org.hilum.epidemic.surveillance.CaseCounts;
import org.hilum.epidemic.surveillance.Measure;
import org.hilum.epidemic.surveillance.Rhythm;
import org.hilum.epidemic.surveillance.Vintage;

/**
 * The engine under test, on as many threads as there are processors.
 *
 * <p>Where there are very many days, the part that makes the next days is asked alone, as {@link
 * Forecaster} asks it: a year of origins with all weekly models beside would take hours.
 */
final class OurEngine implements Engine, AutoCloseable {

  private static final int MANY = 60;

  private final Forecaster forecaster = new Forecaster();
  private final DailyForecaster daily = new DailyForecaster();
  private final ExecutorService pool =
      Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());

  @Override
  public Answer forecast(Vintage vintage, LocalDate day) {
    try {
      ForecastRun run = forecaster.forecast(vintage, day, pool);
      return new Answer(run.forecasts(), run.remarks());
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stop);
    }
  }

  @Override
  public List<HubForecast> forecasts(List<Day> days, Span span, Set<Integer> horizons) {
    if (span == Span.WEEK || days.size() <= MANY) {
      return Engine.super.forecasts(days, span, horizons);
    }
    return days.parallelStream()
        .flatMap(
            day ->
                daily.forecast(dailyCases(day)).stream()
                    .filter(one -> one.span() == span && horizons.contains(one.horizon()))
                    .map(one -> new HubForecast(day.referenceDate(), one)))
        .toList();
  }

  private static List<CaseCounts> dailyCases(Day day) {
    return day.vintage().series().stream()
        .filter(one -> one.rhythm() == Rhythm.DAILY && one.measure() == Measure.CASES)
        .toList();
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }
}
