package org.hilum.epidemic.bulletin.content;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.hilum.epidemic.bulletin.Bulletin;
import org.hilum.epidemic.bulletin.PlaceReport;
import org.hilum.epidemic.bulletin.SeriesReport;
import org.hilum.epidemic.bulletin.wording.Numbers;
import org.hilum.epidemic.bulletin.wording.Phrase;
import org.hilum.epidemic.bulletin.wording.Wording;
import org.hilum.epidemic.forecasting.CovidDelays;
import org.hilum.epidemic.forecasting.Scenario;
import org.hilum.epidemic.forecasting.ScenarioAssumptions;
import org.hilum.epidemic.forecasting.ScenarioOutcome;
import org.hilum.epidemic.forecasting.Transmission;
import org.hilum.epidemic.surveillance.CaseCounts;
import org.hilum.epidemic.surveillance.Measure;
import org.hilum.epidemic.surveillance.Rhythm;

/**
 * What would be counted in a place if contacts or entries changed; drawn for the reader when he
 * looks, and in no file of forecasts.
 */
final class ScenarioPart {

  private static final int[] TOLD_AFTER_DAYS = {14, 28, 56};
  private static final double FEWER = 0.3;
  private static final double HALF = 0.5;
  private static final double HELD_BACK = 0.9;
  private static final int REOPENED_AFTER_DAYS = 28;

  private ScenarioPart() {}

  static Optional<Part> of(Bulletin bulletin, Wording wording) {
    if (bulletin.scope().isAll()) {
      return Optional.empty();
    }
    return bulletin.places().stream()
        .flatMap(
            place -> place.of(Measure.CASES).flatMap(cases -> of(place, cases, wording)).stream())
        .findFirst();
  }

  private static Optional<Part> of(PlaceReport place, SeriesReport cases, Wording wording) {
    var last = cases.lastCounted();
    if (cases.raw().rhythm() != Rhythm.DAILY || last.isEmpty()) {
      return Optional.empty();
    }
    var rows = new ArrayList<List<String>>();
    var known = cases.corrected().until(last.get());
    Transmission.scenarios(
            known,
            scenarios(last.get(), entering(known), wording),
            assumptions(place),
            TOLD_AFTER_DAYS[TOLD_AFTER_DAYS.length - 1])
        .value()
        .orElse(List.of())
        .forEach(outcome -> rows.add(row(outcome.scenario(), outcome, wording)));
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    var columns = new ArrayList<String>();
    columns.add(wording.text(Phrase.COLUMN_SCENARIO));
    for (int days : TOLD_AFTER_DAYS) {
      columns.add(wording.text(Phrase.COLUMN_PER_DAY_ON, wording.date(last.get().plusDays(days))));
    }
    return Optional.of(
        new Part(
            "scenarios",
            wording.text(Phrase.SCENARIOS) + " \u00b7 " + wording.measure(Measure.CASES),
            true,
            List.of(
                new Block.Paragraph(wording.text(Phrase.SCENARIOS_NOTE), false),
                new Block.Grid(wording.text(Phrase.SCENARIOS_CASES), columns, rows),
                new Block.Paragraph(wording.text(Phrase.SCENARIOS_ASSUMED), true))));
  }

  private static List<Scenario> scenarios(LocalDate last, long entering, Wording wording) {
    var from = last.plusDays(1);
    var reopening = from.plusDays(REOPENED_AFTER_DAYS);
    return List.of(
        new Scenario(wording.text(Phrase.SCENARIO_AS_TODAY), from, 0, Optional.empty(), 0, 0),
        new Scenario(
            wording.text(Phrase.SCENARIO_FEWER, wording.date(from)),
            from,
            FEWER,
            Optional.empty(),
            0,
            0),
        new Scenario(
            wording.text(Phrase.SCENARIO_HALF, wording.date(from)),
            from,
            HALF,
            Optional.empty(),
            0,
            0),
        new Scenario(
            wording.text(Phrase.SCENARIO_REOPENED, wording.date(from), wording.date(reopening)),
            from,
            HALF,
            Optional.of(reopening),
            0,
            0),
        new Scenario(
            wording.text(Phrase.SCENARIO_ENTERING, Numbers.forecast(entering), wording.date(from)),
            from,
            0,
            Optional.empty(),
            entering,
            0),
        new Scenario(
            wording.text(Phrase.SCENARIO_ENTRY_CONTROLLED),
            from,
            0,
            Optional.empty(),
            entering,
            HELD_BACK));
  }

  /** A tenth of what is counted a day, in one digit and noughts, at least one. */
  private static long entering(CaseCounts known) {
    double tenth =
        IntStream.range(Math.max(0, known.size() - 7), known.size())
                .mapToDouble(known::at)
                .filter(value -> value > 0)
                .sum()
            / 70;
    double unit = Math.pow(10, Math.floor(Math.log10(Math.max(1, tenth))));
    return Math.max(1, Math.round(Math.round(tenth / unit) * unit));
  }

  private static ScenarioAssumptions assumptions(PlaceReport place) {
    var population = place.population().map(OptionalLong::of).orElseGet(OptionalLong::empty);
    return new ScenarioAssumptions(CovidDelays.SERIAL_INTERVAL, population, 1);
  }

  private static List<String> row(Scenario scenario, ScenarioOutcome outcome, Wording wording) {
    var row = new ArrayList<String>();
    row.add(scenario.name());
    for (int days : TOLD_AFTER_DAYS) {
      row.add(
          days <= outcome.days().size()
              ? said(outcome.days().get(days - 1), wording)
              : Numbers.UNKNOWN);
    }
    return row;
  }

  private static String said(ScenarioOutcome.Day day, Wording wording) {
    return wording.text(
        Phrase.RATIO_AND_INTERVAL,
        Numbers.forecast(day.median()),
        Numbers.interval(day.low(), day.high()));
  }
}
