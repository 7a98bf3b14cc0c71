package org.hilum.epidemic.forecasting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.hilum.epidemic.forecasting.score.LineTally;
import org.hilum.epidemic.forecasting.score.ScoredRow;

/**
 * How good forecasts were, row by row against what came and a baseline on identical rows.
 *
 * <p>A row of the baseline that we lack counts as missing where the date, target and horizon are
 * among those that were forecast at all.
 */
public final class ForecastScores {

  private final List<ScoredRow> rows;
  private final Map<String, Integer> leftOut;

  private ForecastScores(List<ScoredRow> rows, Map<String, Integer> leftOut) {
    this.rows = rows;
    this.leftOut = leftOut;
  }

  /** Scores against what came alone. */
  public static ForecastScores of(List<HubForecast> forecasts, Truth truth) {
    return of(forecasts, truth, List.of());
  }

  /** Scores against what came and a baseline; an empty baseline gives no ratios. */
  public static ForecastScores of(
      List<HubForecast> forecasts, Truth truth, List<HubForecast> baseline) {
    Map<ForecastTarget, Forecast> ours = byTargetOf(forecasts);
    Map<ForecastTarget, Forecast> theirs = byTargetOf(baseline);
    Set<ForecastTarget> asked = asked(ours.keySet());
    Set<ForecastTarget> targets = new LinkedHashSet<>(ours.keySet());
    theirs.keySet().stream()
        .filter(target -> asked.contains(withoutPlace(target)))
        .forEach(targets::add);
    List<ScoredRow> rows = new ArrayList<>();
    Map<String, Integer> leftOut = new LinkedHashMap<>();
    for (ForecastTarget target : targets) {
      switch (truth.of(target)) {
        case TruthValue.Known(double came) ->
            rows.add(
                new ScoredRow(
                    target,
                    came,
                    recentMaximum(truth, target),
                    ours.get(target),
                    theirs.get(target)));
        case TruthValue.LeftOut(String why) -> leftOut.merge(why, 1, Integer::sum);
        case TruthValue.Unknown any -> leftOut.merge("not counted yet", 1, Integer::sum);
      }
    }
    return new ForecastScores(rows, leftOut);
  }

  private static double recentMaximum(Truth truth, ForecastTarget target) {
    double[] recent =
        target.span() == Span.DAY ? truth.before(target, 1, 28) : truth.before(target, 7, 4);
    return Arrays.stream(recent).filter(Double::isFinite).max().orElse(Double.NaN);
  }

  private static Map<ForecastTarget, Forecast> byTargetOf(List<HubForecast> forecasts) {
    Map<ForecastTarget, Forecast> map = new LinkedHashMap<>(forecasts.size() * 2);
    forecasts.forEach(one -> map.put(one.target(), one.forecast()));
    return map;
  }

  private static Set<ForecastTarget> asked(Set<ForecastTarget> targets) {
    Set<ForecastTarget> asked = new HashSet<>();
    targets.forEach(target -> asked.add(withoutPlace(target)));
    return asked;
  }

  private static ForecastTarget withoutPlace(ForecastTarget target) {
    return new ForecastTarget(
        target.referenceDate(),
        "",
        target.measure(),
        target.span(),
        target.horizon(),
        target.targetEnd());
  }

  /** Whether any forecast met a known count. */
  public boolean isEmpty() {
    return rows.stream().noneMatch(row -> row.forecast() != null);
  }

  /** How many rows were not scored, by reason in words. */
  public Map<String, Integer> leftOut() {
    return Collections.unmodifiableMap(new TreeMap<>(leftOut));
  }

  /** A line for each target and horizon, all places together. */
  public List<ScoreLine> byHorizon() {
    return lines(
        target ->
            new ScoreGroup(
                target.measure(),
                target.span(),
                OptionalInt.of(target.horizon()),
                Optional.empty()));
  }

  /** A line for each target, all places and horizons together. */
  public List<ScoreLine> byTarget() {
    return lines(
        target ->
            new ScoreGroup(target.measure(), target.span(), OptionalInt.empty(), Optional.empty()));
  }

  /** A line for each target, place and horizon. */
  public List<ScoreLine> byPlace() {
    return lines(
        target ->
            new ScoreGroup(
                target.measure(),
                target.span(),
                OptionalInt.of(target.horizon()),
                Optional.of(target.location())));
  }

  private List<ScoreLine> lines(Function<ForecastTarget, ScoreGroup> grouping) {
    Map<ScoreGroup, LineTally> tallies = new TreeMap<>();
    for (ScoredRow row : rows) {
      tallies.computeIfAbsent(grouping.apply(row.target()), any -> new LineTally()).add(row);
    }
    List<ScoreLine> lines = new ArrayList<>();
    tallies.forEach((group, tally) -> lines.add(tally.line(group)));
    return lines;
  }

  /** The targets whose median exploded, as {@link ScoreLine} defines it. */
  public List<ForecastTarget> explosions() {
    return rows.stream().filter(ScoredRow::medianExplodes).map(ScoredRow::target).toList();
  }
}
