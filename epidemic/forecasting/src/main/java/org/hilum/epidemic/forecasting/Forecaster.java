package org.hilum.epidemic.forecasting;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import org.hilum.epidemic.surveillance.Remark.Said;
import org.hilum.epidemic.surveillance.Rhythm;
import org.hilum.epidemic.surveillance.Saying;
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

  /** Of what is unusual about a series, so many of the newest are told. */
  private static final int REMARKS_EACH = 2;

  private final WeeklyForecaster weekly = new WeeklyForecaster();
  private final DailyForecaster daily = new DailyForecaster();

  /**
   * Forecasts in the calling thread.
   *
   * @param reference the day horizons are counted from
   */
  public ForecastRun forecast(Vintage vintage, LocalDate reference) {
    List<Part> first = tasks(vintage, reference).stream().map(Forecaster::done).toList();
    var again = again(vintage, reference, first).stream().map(Forecaster::done).toList();
    return gather(vintage, first, again);
  }

  /**
   * Forecasts on the threads of a pool, which stays open.
   *
   * @throws InterruptedException when interrupted while waiting; work begun is cancelled
   */
  public ForecastRun forecast(Vintage vintage, LocalDate reference, ExecutorService pool)
      throws InterruptedException {
    List<Part> first = all(pool, tasks(vintage, reference));
    return gather(vintage, first, all(pool, again(vintage, reference, first)));
  }

  private static List<Part> all(ExecutorService pool, List<Callable<Part>> tasks)
      throws InterruptedException {
    List<Part> parts = new ArrayList<>();
    for (Future<Part> part : pool.invokeAll(tasks)) {
      try {
        parts.add(part.get());
      } catch (ExecutionException fault) {
        throw new IllegalStateException(fault.getCause());
      }
    }
    return parts;
  }

  private List<Callable<Part>> tasks(Vintage vintage, LocalDate reference) {
    List<Callable<Part>> tasks = parts(weekly.tasks(vintage.series(), reference));
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

  /** Seven days on end once more, by the weekly families, where an outbreak is not young. */
  private List<Callable<Part>> again(Vintage vintage, LocalDate reference, List<Part> first) {
    Map<CaseCounts, List<Forecast>> wanted =
        first.stream()
            .flatMap(part -> part.days().stream())
            .filter(one -> one.span() == Span.SEVEN_DAYS)
            .collect(groupingBy(one -> Agreement.counts(vintage, one)));
    Youth youth = new Youth(vintage);
    wanted.keySet().removeIf(counts -> youth.of(counts) == 1);
    return parts(weekly.tasks(vintage.series(), reference, wanted));
  }

  private static List<Callable<Part>> parts(List<Callable<List<WeekForecast>>> tasks) {
    List<Callable<Part>> parts = new ArrayList<>();
    tasks.forEach(task -> parts.add(() -> new Part(task.call(), List.of())));
    return parts;
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

  private static ForecastRun gather(Vintage vintage, List<Part> first, List<Part> again) {
    List<WeekForecast> weeks =
        first.stream()
            .flatMap(part -> part.weeks().stream())
            .sorted(Comparator.comparing(WeekForecast::forecast, ORDER))
            .toList();
    List<Forecast> days = first.stream().flatMap(part -> part.days().stream()).toList();
    Agreement agreement =
        new Agreement(
            vintage,
            new Youth(vintage),
            days,
            again.stream().flatMap(part -> part.weeks().stream().map(WeekForecast::forecast)));
    List<Forecast> forecasts =
        Stream.concat(
                weeks.stream().map(week -> agreement.week(week.forecast())),
                days.stream().map(agreement::days))
            .sorted(ORDER)
            .toList();
    List<WeekForecast> nearest = nearest(weeks);
    List<Remark> remarks = new ArrayList<>(unusable(vintage, forecasts));
    nearest.forEach(week -> week.remarks().stream().limit(REMARKS_EACH).forEach(remarks::add));
    return new ForecastRun(
        forecasts, remarks, nearest.stream().map(week -> explanation(vintage, week)).toList());
  }

  /** The first week of each place and measure. */
  private static List<WeekForecast> nearest(List<WeekForecast> weeks) {
    Map<String, WeekForecast> nearest = new LinkedHashMap<>();
    for (WeekForecast week : weeks) {
      Forecast forecast = week.forecast();
      nearest.putIfAbsent(forecast.measure() + " " + forecast.location(), week);
    }
    return List.copyOf(nearest.values());
  }

  /** What one task gave: weeks, or days. */
  private record Part(List<WeekForecast> weeks, List<Forecast> days) {}

  private static Explanation explanation(Vintage vintage, WeekForecast week) {
    Forecast forecast = week.forecast();
    CaseCounts counts = vintage.of(forecast.location(), forecast.measure()).orElseThrow();
    String used =
        week.from().isBefore(counts.last())
            ? "Zeros after the last counted day were taken for missing reports."
            : "All counts up to the last counted day were used.";
    String found = week.remarks().isEmpty() ? "" : " " + week.remarks().getFirst().message();
    return new Explanation(
        forecast.location(),
        forecast.measure(),
        week.weights(),
        counts.first(),
        week.from(),
        used + found);
  }

  private static List<Remark> unusable(Vintage vintage, List<Forecast> forecasts) {
    Set<String> forecast =
        forecasts.stream().map(one -> one.measure() + " " + one.location()).collect(toSet());
    return vintage.series().stream()
        .filter(one -> !forecast.contains(one.measure() + " " + one.location()))
        .map(Forecaster::unusable)
        .toList();
  }

  private static Remark unusable(CaseCounts counts) {
    return new Remark(
        SurveillanceReason.EMPTY_PLACE,
        Said.of(Saying.NO_WHOLE_WEEK),
        counts.location() + " " + counts.measure().hubWord());
  }
}
