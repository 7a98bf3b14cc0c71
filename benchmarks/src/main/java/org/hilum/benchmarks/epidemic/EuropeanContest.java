package org.hilum.benchmarks.epidemic;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hilum.epidemic.forecasting.ForecastScores;
import org.hilum.epidemic.forecasting.HubForecast;
import org.hilum.epidemic.forecasting.ScoreLine;
import org.hilum.epidemic.forecasting.Span;
import org.hilum.epidemic.forecasting.Truth;
import org.hilum.epidemic.surveillance.Measure;

/** Europe, window by window: our engine from vintages, beside the hub's authors. */
final class EuropeanContest {

  private static final Set<Integer> HORIZONS = Set.of(1, 2, 3, 4);

  /** A stretch of forecast dates. */
  record Window(String name, LocalDate from, LocalDate to) {}

  static final List<Window> WINDOWS =
      List.of(
          new Window("A", LocalDate.of(2021, 3, 8), LocalDate.of(2021, 9, 27)),
          new Window("B", LocalDate.of(2022, 3, 7), LocalDate.of(2022, 8, 29)));

  private final EuropeanHub hub;
  private final Page page;

  EuropeanContest(EuropeanHub hub, Page page) {
    this.hub = hub;
    this.page = page;
  }

  /** Prints all windows; answers our lines, for the coverage of all targets together. */
  List<ScoreLine> run(Engine engine) throws IOException {
    List<HubForecast> ensemble = hub.forecasts(EuropeanHub.ENSEMBLE);
    List<HubForecast> muni = hub.forecasts(EuropeanHub.MUNI);
    List<HubForecast> baseline = hub.forecasts(EuropeanHub.BASELINE);
    List<ScoreLine> ours = new ArrayList<>();
    for (Window window : WINDOWS) {
      List<HubForecast> made = engine.forecasts(days(window), Span.WEEK, HORIZONS);
      List<HubForecast> their = within(ensemble, window);
      List<HubForecast> arima = within(muni, window);
      List<HubForecast> base = within(baseline, window);
      ours.addAll(
          table(window, "weeks without a negative day", hub.contract(), made, their, arima, base));
      table(window, "also without anomalous weeks", hub.published(), made, their, arima, base);
    }
    return ours;
  }

  private List<Engine.Day> days(Window window) {
    return hub.days(window.from, window.to).stream()
        .map(day -> new Engine.Day(day, hub.vintage(day)))
        .toList();
  }

  static List<HubForecast> within(List<HubForecast> forecasts, Window window) {
    return forecasts.stream()
        .filter(one -> !one.referenceDate().isBefore(window.from))
        .filter(one -> !one.referenceDate().isAfter(window.to))
        .toList();
  }

  private List<ScoreLine> table(
      Window window,
      String rows,
      Truth truth,
      List<HubForecast> made,
      List<HubForecast> ensemble,
      List<HubForecast> muni,
      List<HubForecast> baseline) {
    var ours = ForecastScores.of(made, truth, baseline);
    List<ScoreLine> lines = ours.byHorizon();
    List<ScoreLine> theirs = ForecastScores.of(ensemble, truth, baseline).byHorizon();
    List<ScoreLine> arima = ForecastScores.of(muni, truth, baseline).byHorizon();
    List<ScoreLine> besideArima =
        ForecastScores.of(onDatesOf(muni, made), truth, baseline).byHorizon();
    page.text("");
    page.text(
        "Window %s, %s to %s, %s; left out: %s."
            .formatted(window.name, window.from, window.to, rows, Page.leftOut(ours)));
    page.table(
        "target",
        "weeks",
        "rows",
        "missing",
        "ours",
        "ensemble",
        "MUNI-ARIMA",
        "ours, MUNI's dates",
        "log: ours",
        "ensemble",
        "MUNI",
        "in 50/95 %: ours",
        "ensemble",
        "exploded: ours",
        "ensemble");
    for (int place = 0; place < theirs.size(); place++) {
      ScoreLine their = theirs.get(place);
      ScoreLine our = same(lines, their);
      ScoreLine arimas = same(arima, their);
      page.row(
          their.group().measure() == Measure.CASES ? "cases" : "deaths",
          their.group().horizon().getAsInt(),
          their.scored(),
          our.missing(),
          "**" + Page.relative(our) + "**",
          Page.relative(their),
          Page.relative(arimas),
          same(besideArima, their).relative().map(one -> Page.three(one.value())).orElse("–"),
          "**" + Page.log(our) + "**",
          Page.log(their),
          Page.log(arimas),
          Page.coverage(our),
          Page.coverage(their),
          Page.explosions(our),
          Page.explosions(their));
    }
    page.text("");
    page.exploded(ours);
    return lines;
  }

  private static List<HubForecast> onDatesOf(List<HubForecast> others, List<HubForecast> made) {
    Set<LocalDate> dates = new HashSet<>();
    others.forEach(one -> dates.add(one.referenceDate()));
    return made.stream().filter(one -> dates.contains(one.referenceDate())).toList();
  }

  static ScoreLine same(List<ScoreLine> lines, ScoreLine like) {
    return lines.stream()
        .filter(line -> line.group().equals(like.group()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no forecast of " + like.group()));
  }
}
