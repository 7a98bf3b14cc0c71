package org.hilum.epidemic.forecasting.weekly;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hilum.epidemic.forecasting.Forecast;
import org.hilum.epidemic.surveillance.CaseCounts;
import org.hilum.epidemic.surveillance.Measure;
import org.hilum.epidemic.surveillance.Remark;
import org.hilum.epidemic.surveillance.Rhythm;
import org.jspecify.annotations.Nullable;

/**
 * How many may be counted in each of the coming weeks, in every place with counts.
 *
 * <p>In: increments, daily or weekly. Out: {@code wk inc} forecasts. Places are learnt from
 * together, so the result for a place depends on the others given, not on their order. Cases of the
 * same place run ahead of its deaths and admissions where they are given.
 */
public final class WeeklyForecaster {

  private static final Examples.Memory SHORT = new Examples.Memory(28, 7);
  private static final Examples.Memory LONG = new Examples.Memory(72, 57);
  private static final Examples.Memory ALIKE = new Examples.Memory(72, 43);
  private static final Examples.Memory ERRORS = new Examples.Memory(52, 20);

  private static final List<Family> FAMILIES =
      List.of(
          new PooledRegression("regression, short memory", SHORT),
          new PooledRegression("regression, long memory", LONG),
          new Analogues(ALIKE),
          new WithPastErrors(new DampedTrend(), ERRORS),
          new WithPastErrors(new AutoRegression(), ERRORS),
          new WithPastErrors(new Renewal(), ERRORS),
          new WithPastErrors(new Compartments(), ERRORS));

  private final Blend blend = new Blend(FAMILIES);

  /**
   * The pieces of work; each gives the forecasts of some places and one target week.
   *
   * @param reference the day that horizons are counted from
   */
  public List<Callable<List<WeekForecast>>> tasks(List<CaseCounts> series, LocalDate reference) {
    return tasks(series, reference, one -> WeekEnds.after(reference, one.last(), endsOn(one)));
  }

  /**
   * The pieces of work for seven days on end instead of calendar weeks.
   *
   * @param stretches per series those that are wanted, as another model forecasts them
   */
  public List<Callable<List<WeekForecast>>> tasks(
      List<CaseCounts> series, LocalDate reference, Map<CaseCounts, List<Forecast>> stretches) {
    return tasks(
        series,
        reference,
        one ->
            stretches.getOrDefault(one, List.of()).stream()
                .map(each -> new WeekEnds.Target(each.span(), each.horizon(), each.targetEnd()))
                .toList());
  }

  private List<Callable<List<WeekForecast>>> tasks(
      List<CaseCounts> series,
      LocalDate reference,
      Function<CaseCounts, List<WeekEnds.Target>> targets) {
    List<Callable<List<WeekForecast>>> tasks = new ArrayList<>();
    for (List<CaseCounts> group : groups(series)) {
      addTasks(tasks, group, series, reference, targets);
    }
    return tasks;
  }

  /** The same, one after the other. */
  public List<WeekForecast> forecast(List<CaseCounts> series, LocalDate reference) {
    List<WeekForecast> forecasts = new ArrayList<>();
    for (Callable<List<WeekForecast>> task : tasks(series, reference)) {
      try {
        forecasts.addAll(task.call());
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
    return forecasts;
  }

  /**
   * Series that lie on one axis: same measure, rhythm and, for weeks, same last day of the week.
   */
  private static List<List<CaseCounts>> groups(List<CaseCounts> series) {
    Map<String, List<CaseCounts>> groups =
        series.stream()
            .filter(WeeklyForecaster::isUsable)
            .sorted(Comparator.comparing(CaseCounts::location))
            .collect(
                Collectors.groupingBy(WeeklyForecaster::axis, TreeMap::new, Collectors.toList()));
    return List.copyOf(groups.values());
  }

  private static String axis(CaseCounts counts) {
    return counts.measure() + " " + counts.rhythm() + " " + endsOn(counts);
  }

  private static DayOfWeek endsOn(CaseCounts counts) {
    return counts.rhythm() == Rhythm.DAILY ? DayOfWeek.SATURDAY : counts.first().getDayOfWeek();
  }

  /** Whether there is a whole counted week to begin from. */
  public static boolean isUsable(CaseCounts counts) {
    return Arrays.stream(counts.values()).filter(Double::isFinite).count()
        >= 7 / counts.rhythm().days();
  }

  private void addTasks(
      List<Callable<List<WeekForecast>>> tasks,
      List<CaseCounts> group,
      List<CaseCounts> all,
      LocalDate reference,
      Function<CaseCounts, List<WeekEnds.Target>> wanted) {
    List<CaseCounts> leaders = leaders(group, all);
    LocalDate start =
        Stream.concat(group.stream(), leaders.stream())
            .map(CaseCounts::first)
            .min(Comparator.naturalOrder())
            .orElseThrow();
    Panel panel = Panel.of(YoungPanel.inLine(Completeness.raised(group, reference)), start);
    View view = View.of(panel, leaders.isEmpty() ? null : Panel.of(leaders, start));
    Map<LocalDate, Map<Integer, WeekEnds.Target>> byEnd = new TreeMap<>();
    for (int place = 0; place < panel.size(); place++) {
      CaseCounts counts = group.get(place);
      if (panel.last[place] < panel.first[place]) {
        continue;
      }
      for (WeekEnds.Target target : wanted.apply(counts)) {
        byEnd.computeIfAbsent(target.end(), any -> new TreeMap<>()).put(place, target);
      }
    }
    byEnd.forEach((end, targets) -> tasks.add(() -> forecast(view, end, targets)));
  }

  /** Cases in the order of the group's places; empty series where a place has none. */
  private static List<CaseCounts> leaders(List<CaseCounts> group, List<CaseCounts> all) {
    CaseCounts any = group.getFirst();
    if (any.measure() == Measure.CASES) {
      return List.of();
    }
    Map<String, CaseCounts> cases =
        all.stream()
            .filter(one -> one.measure() == Measure.CASES && isUsable(one))
            .filter(one -> one.rhythm() == any.rhythm() && endsOn(one) == endsOn(any))
            .collect(Collectors.toMap(CaseCounts::location, Function.identity(), (a, b) -> a));
    if (cases.isEmpty()) {
      return List.of();
    }
    return group.stream()
        .map(one -> cases.getOrDefault(one.location(), one.withValues(new double[0])))
        .toList();
  }

  /** One target week: the families are weighed where most places stand, then asked for all. */
  private List<WeekForecast> forecast(
      View view, LocalDate end, Map<Integer, WeekEnds.Target> targets) {
    Panel panel = view.panel();
    Map<Integer, List<Integer>> byLead =
        targets.keySet().stream()
            .collect(
                Collectors.groupingBy(
                    place -> panel.stepOf(end) - panel.last[place],
                    TreeMap::new,
                    Collectors.toList()));
    Map.Entry<Integer, List<Integer>> usual =
        byLead.entrySet().stream()
            .max(Comparator.comparingInt(entry -> entry.getValue().size()))
            .orElseThrow();
    double[] weights = blend.weights(view, usual.getKey(), marked(panel, usual.getValue()));
    List<WeekForecast> forecasts = new ArrayList<>();
    byLead.forEach(
        (lead, places) -> {
          Blend.@Nullable Blended[] blended =
              blend.growths(view, lead, marked(panel, places), weights);
          for (int place : places) {
            Blend.Blended one = blended[place];
            WeekEnds.Target target = targets.get(place);
            if (one != null && target != null) {
              forecasts.add(weekForecast(panel, place, lead, target, one));
            }
          }
        });
    return forecasts;
  }

  private static boolean[] marked(Panel panel, List<Integer> places) {
    boolean[] marked = new boolean[panel.size()];
    places.forEach(place -> marked[place] = true);
    return marked;
  }

  private static WeekForecast weekForecast(
      Panel panel, int place, int lead, WeekEnds.Target target, Blend.Blended blended) {
    int step = panel.last[place];
    double[] counts =
        Counts.of(
            blended.growths(),
            panel.known(place, step, lead),
            panel.before(place, step, lead),
            panel.limit(place));
    return new WeekForecast(
        new Forecast(
            panel.places[place],
            panel.measure,
            target.span(),
            target.horizon(),
            target.end(),
            counts),
        blended.weights(),
        panel.dateOf(step),
        panel.remarks.get(place));
  }

  /**
   * @param forecast the week
   * @param weights share of each family
   * @param from date of the last count that was used
   * @param remarks what is unusual about the counts, the newest first
   */
  public record WeekForecast(
      Forecast forecast, Map<String, Double> weights, LocalDate from, List<Remark> remarks) {}
}
