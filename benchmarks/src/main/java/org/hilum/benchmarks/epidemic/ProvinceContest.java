package org.hilum.benchmarks.epidemic;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.hilum.epidemic.forecasting.ForecastScores;
import org.hilum.epidemic.forecasting.ForecastTarget;
import org.hilum.epidemic.forecasting.HubForecast;
import org.hilum.epidemic.forecasting.ScoreLine;
import org.hilum.epidemic.forecasting.Span;
import org.hilum.epidemic.forecasting.Truth;
import org.hilum.epidemic.forecasting.TruthValue;
import org.hilum.epidemic.surveillance.CaseCounts;

/**
 * Chinese provinces from daily vintages: the seven days after the last counted day, and the day
 * after; Hubei apart, whose definition changed on 2020-02-12.
 *
 * <p>Beside it the naive rule: the newest seven days (or day) of the vintage again.
 */
final class ProvinceContest {

  private static final LocalDate DEFINITION_FROM = LocalDate.of(2020, 2, 12);
  private static final LocalDate DEFINITION_TO = LocalDate.of(2020, 2, 14);

  private ProvinceContest() {}

  static List<ScoreLine> run(Tables tables, Page page, Engine engine) throws IOException {
    page.table(
        "set",
        "known",
        "forecasts",
        "WAPE ours",
        "WAPE repeated",
        "relative",
        "WIS by truth",
        "log WIS",
        "in 50/95 %",
        "exploded medians");
    List<ScoreLine> lines = new ArrayList<>();
    for (boolean wholeDays : new boolean[] {true, false}) {
      var provinces = new ChineseProvinces(tables, wholeDays);
      String known = wholeDays ? "whole days" : "all rows";
      for (Span span : List.of(Span.SEVEN_DAYS, Span.DAY)) {
        List<HubForecast> made = engine.forecasts(provinces.days(), span, Set.of(1));
        String what = span == Span.DAY ? ", 24 h" : ", 7 days";
        var outside =
            row(page, "without Hubei" + what, known, provinces, made, place -> !isHubei(place));
        row(page, "Hubei" + what, known, provinces, made, ProvinceContest::isHubei);
        row(
            page,
            "Hubei" + what + ", 12 to 14 Feb not in it",
            known,
            provinces,
            made,
            target -> isHubei(target) && !holdsDefinition(target));
        if (wholeDays) {
          lines.addAll(outside);
        }
      }
    }
    return lines;
  }

  private static boolean isHubei(ForecastTarget target) {
    return target.location().equals(ChineseProvinces.HUBEI);
  }

  private static boolean holdsDefinition(ForecastTarget target) {
    int days = target.span() == Span.DAY ? 1 : 7;
    return !target.targetEnd().isBefore(DEFINITION_FROM)
        && !target.targetEnd().minusDays(days - 1L).isAfter(DEFINITION_TO);
  }

  private static List<ScoreLine> row(
      Page page,
      String set,
      String known,
      ChineseProvinces provinces,
      List<HubForecast> made,
      Predicate<ForecastTarget> those) {
    Truth truth = provinces.truth();
    List<HubForecast> kept = made.stream().filter(one -> those.test(one.target())).toList();
    List<ScoreLine> lines = ForecastScores.of(kept, truth).byTarget();
    if (lines.isEmpty()) {
      page.row(set, known, 0, "–", "–", "–", "–", "–", "–", "–");
      return List.of();
    }
    ScoreLine line = lines.getFirst();
    double[] repeated = repeated(provinces, kept, truth);
    page.row(
        set,
        known,
        line.scored(),
        "**" + Page.three(line.point().wape()) + "**",
        Page.three(repeated[0]),
        "**" + Page.three(line.point().wape() / repeated[0]) + "**",
        Page.three(line.natural().total() * line.scored() / repeated[1]),
        "**" + Page.three(line.logarithmic().total()) + "**",
        Page.coverage(line),
        line.medianExplosions());
    return lines;
  }

  /** WAPE of the vintage's newest days repeated, and the sum of the truth. */
  private static double[] repeated(
      ChineseProvinces provinces, List<HubForecast> made, Truth truth) {
    double error = 0;
    double sum = 0;
    for (Engine.Day day : provinces.days()) {
      var counts = DatedCounts.byPlace(day.vintage().series());
      for (HubForecast one : made) {
        if (one.referenceDate().equals(day.referenceDate())
            && truth.of(one.target()) instanceof TruthValue.Known(double came)) {
          error +=
              Math.abs(came - newest(counts.get(one.forecast().location()), one.forecast().span()));
          sum += came;
        }
      }
    }
    return new double[] {error / sum, sum};
  }

  private static double newest(CaseCounts counts, Span span) {
    double sum = 0;
    for (int back = 0; back < (span == Span.DAY ? 1 : 7); back++) {
      double day = back < counts.size() ? counts.at(counts.size() - 1 - back) : 0;
      sum += Double.isNaN(day) ? 0 : day;
    }
    return Math.max(0, sum);
  }
}
