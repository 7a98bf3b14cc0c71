package org.hilum.benchmarks.epidemic;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hilum.epidemic.forecasting.ForecastScores;
import org.hilum.epidemic.forecasting.HubForecast;
import org.hilum.epidemic.forecasting.ScoreLine;
import org.hilum.epidemic.forecasting.Span;
import org.hilum.epidemic.forecasting.Truth;
import org.hilum.epidemic.forecasting.TruthValue;
import org.hilum.epidemic.surveillance.CaseCounts;
import org.hilum.epidemic.surveillance.Measure;
import org.hilum.epidemic.surveillance.Vintage;

/**
 * 24 hours ahead: from the last counted day to the next, the series cut at each origin.
 *
 * <p>Target days with a negative or no count are left out. Naive rules on the same rows: the same
 * weekday a week before, the day before, the mean of seven days.
 */
final class DayAheadContest {

  /** A set of places and its stretch of target days. */
  private record Panel(
      String name, List<CaseCounts> series, LocalDate from, LocalDate to, String published) {}

  private DayAheadContest() {}

  /**
   * @param step days from one origin to the next; 1 is all, and a number that seven does not divide
   *     meets every weekday
   */
  static List<ScoreLine> run(Tables tables, WorldCounts world, Page page, Engine engine, int step)
      throws IOException {
    page.text("Every " + (step == 1 ? "day" : step + " days") + " an origin.");
    page.table(
        "set",
        "forecasts",
        "WAPE ours",
        "same weekday",
        "day before",
        "mean of 7 days",
        "published best classical",
        "WIS by truth",
        "log WIS",
        "in 50/95 %",
        "exploded medians");
    List<ScoreLine> lines = new ArrayList<>();
    for (Panel panel : panels(tables, world)) {
      lines.add(row(panel, page, engine, step));
    }
    return lines;
  }

  private static List<Panel> panels(Tables tables, WorldCounts world) throws IOException {
    return List.of(
        new Panel(
            "countries",
            world.countries(Measure.CASES),
            LocalDate.of(2020, 6, 1),
            LocalDate.of(2021, 6, 30),
            "0.172"),
        new Panel(
            "Italian regions",
            RegionalCounts.italy(tables),
            LocalDate.of(2020, 9, 1),
            LocalDate.of(2021, 12, 31),
            "0.220"),
        new Panel(
            "German states",
            RegionalCounts.germany(tables),
            LocalDate.of(2020, 9, 1),
            LocalDate.of(2021, 12, 31),
            "0.161"));
  }

  private static ScoreLine row(Panel panel, Page page, Engine engine, int step) {
    List<Engine.Day> days = new ArrayList<>();
    for (LocalDate target = panel.from; !target.isAfter(panel.to); target = target.plusDays(step)) {
      LocalDate origin = target.minusDays(1);
      List<CaseCounts> known =
          panel.series.stream()
              .map(one -> one.until(origin))
              .filter(one -> one.size() > 0)
              .toList();
      days.add(new Engine.Day(origin, new Vintage(origin, known, Map.of(), List.of())));
    }
    List<HubForecast> made = engine.forecasts(days, Span.DAY, Set.of(1));
    Truth truth = Truth.of(panel.series);
    ScoreLine line = ForecastScores.of(made, truth).byTarget().getFirst();
    double[] naive = naive(panel, made, truth);
    page.row(
        panel.name,
        line.scored(),
        "**" + Page.three(line.point().wape()) + "**",
        Page.three(naive[0] / naive[3]),
        Page.three(naive[1] / naive[3]),
        Page.three(naive[2] / naive[3]),
        panel.published,
        Page.three(line.natural().total() * line.scored() / naive[3]),
        Page.three(line.logarithmic().total()),
        Page.coverage(line),
        line.medianExplosions());
    return line;
  }

  /** Errors of the three naive rules, and the sum of the truth. */
  private static double[] naive(Panel panel, List<HubForecast> made, Truth truth) {
    var counts = DatedCounts.byPlace(panel.series);
    double[] sums = new double[4];
    for (HubForecast one : made) {
      if (truth.of(one.target()) instanceof TruthValue.Known(double came)) {
        CaseCounts place = counts.get(one.forecast().location());
        LocalDate day = one.forecast().targetEnd();
        double week = 0;
        for (int back = 1; back <= 7; back++) {
          week += known(place, day.minusDays(back));
        }
        sums[0] += Math.abs(came - Math.max(0, known(place, day.minusDays(7))));
        sums[1] += Math.abs(came - Math.max(0, known(place, day.minusDays(1))));
        sums[2] += Math.abs(came - Math.max(0, week / 7));
        sums[3] += came;
      }
    }
    return sums;
  }

  private static double known(CaseCounts place, LocalDate day) {
    double count = place.on(day);
    return Double.isNaN(count) ? 0 : count;
  }
}
