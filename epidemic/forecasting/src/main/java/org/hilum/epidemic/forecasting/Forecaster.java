package org.hilum.epidemic.forecasting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.hilum.epidemic.forecasting.daily.DailyForecaster;
import org.hilum.epidemic.forecasting.weekly.WeeklyForecaster;
import org.hilum.epidemic.forecasting.weekly.WeeklyForecaster.WeekForecast;
import org.hilum.epidemic.surveillance.CaseCounts;
import org.hilum.epidemic.surveillance.Measure;
import org.hilum.epidemic.surveillance.Remark;
import org.hilum.epidemic.surveillance.Rhythm;
import org.hilum.epidemic.surveillance.SurveillanceReason;
import org.hilum.epidemic.surveillance.Vintage;

/**
 * What may come, in every place of a vintage: tomorrow, the next seven days, the coming weeks.
 *
 * <p>Sees nothing but the vintage. The same vintage gives the same forecasts, whatever the order of
 * its places and the number of threads.
 */
public final class Forecaster {

  private static final Comparator<Forecast> ORDER =
      Comparator.comparing(Forecast::measure)
          .thenComparing(Forecast::span)
          .thenComparing(Forecast::location)
          .thenComparing(Forecast::horizon);

  private final WeeklyForecaster weekly = new WeeklyForecaster();
  private final DailyForecaster daily = new DailyForecaster();

  /**
   * Forecasts in the calling thread.
   *
   * @param reference the day horizons are counted from
   */
  public ForecastRun forecast(Vintage vintage, LocalDate reference) {
    return gather(vintage, tasks(vintage, reference).stream().map(Forecaster::done).toList());
  }

  /**
   * Forecasts on the threads of a pool, which stays open.
   *
   * @throws InterruptedException when interrupted while waiting; work begun is cancelled
   */
  public ForecastRun forecast(Vintage vintage, LocalDate reference, ExecutorService pool)
      throws InterruptedException {
    List<Part> parts = new ArrayList<>();
    for (Future<Part> part : pool.invokeAll(tasks(vintage, reference))) {
      try {
        parts.add(part.get());
      } catch (ExecutionException fault) {
        throw new IllegalStateException(fault.getCause());
      }
    }
    return gather(vintage, parts);
  }

  private List<Callable<Part>> tasks(Vintage vintage, LocalDate reference) {
    List<Callable<Part>> tasks = new ArrayList<>();
    for (Callable<List<WeekForecast>> task : weekly.tasks(vintage.series(), reference)) {
      tasks.add(() -> new Part(task.call(), List.of()));
    }
    for (Measure measure : Measure.values()) {
      List<CaseCounts> series =
          vintage.of(measure).stream()
              .filter(one -> one.rhythm() == Rhythm.DAILY && WeeklyForecaster.isUsable(one))
              .sorted(Comparator.comparing(CaseCounts::location))
              .toList();
      if (!series.isEmpty()) {
        tasks.add(() -> new Part(List.of(), daily.forecast(series)));
      }
    }
    return tasks;
  }

  private static Part done(Callable<Part> task) {
    try {
      return task.call();
    } catch (RuntimeException fault) {
      throw fault;
    } catch (Exception fault) {
      throw new IllegalStateException(fault);
    }
  }

  private static ForecastRun gather(Vintage vintage, List<Part> parts) {
    List<WeekForecast> weeks =
        parts.stream()
            .flatMap(part -> part.weeks().stream())
            .sorted(Comparator.comparing(WeekForecast::forecast, ORDER))
            .toList();
    List<Forecast> forecasts =
        Stream.concat(
                weeks.stream().map(WeekForecast::forecast),
                parts.stream().flatMap(part -> part.days().stream()))
            .sorted(ORDER)
            .toList();
    return new ForecastRun(forecasts, remarks(vintage, forecasts), explanations(vintage, weeks));
  }

  /** What one task gave: weeks, or days. */
  private record Part(List<WeekForecast> weeks, List<Forecast> days) {}

  private static List<Explanation> explanations(Vintage vintage, List<WeekForecast> weeks) {
    List<Explanation> explanations = new ArrayList<>();
    String before = "";
    for (WeekForecast week : weeks) {
      String key = week.forecast().measure() + " " + week.forecast().location();
      if (!key.equals(before)) {
        explanations.add(explanation(vintage, week));
      }
      before = key;
    }
    return explanations;
  }

  private static Explanation explanation(Vintage vintage, WeekForecast week) {
    Forecast forecast = week.forecast();
    CaseCounts counts = vintage.of(forecast.location(), forecast.measure()).orElseThrow();
    boolean trimmed = week.from().isBefore(counts.last());
    return new Explanation(
        forecast.location(),
        forecast.measure(),
        week.weights(),
        counts.first(),
        week.from(),
        trimmed
            ? "Zeros after this day were taken for missing reports."
            : "All counts up to this day were used.");
  }

  private static List<Remark> remarks(Vintage vintage, List<Forecast> forecasts) {
    return vintage.series().stream()
        .filter(one -> forecasts.stream().noneMatch(forecast -> isOf(forecast, one)))
        .map(Forecaster::unusable)
        .toList();
  }

  private static boolean isOf(Forecast forecast, CaseCounts counts) {
    return forecast.location().equals(counts.location()) && forecast.measure() == counts.measure();
  }

  private static Remark unusable(CaseCounts counts) {
    return new Remark(
        SurveillanceReason.EMPTY_PLACE,
        "There is no whole week of counts to begin from, so nothing is forecast.",
        counts.location() + " " + counts.measure().hubWord());
  }
}
