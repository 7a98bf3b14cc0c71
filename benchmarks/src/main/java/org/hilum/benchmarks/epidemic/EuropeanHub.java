package org.hilum.benchmarks.epidemic;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.hilum.epidemic.forecasting.ForecastTarget;
import org.hilum.epidemic.forecasting.HubForecast;
import org.hilum.epidemic.forecasting.Truth;
import org.hilum.epidemic.forecasting.TruthFile;
import org.hilum.epidemic.forecasting.TruthReading;
import org.hilum.epidemic.surveillance.CaseCounts;
import org.hilum.epidemic.surveillance.Measure;
import org.hilum.epidemic.surveillance.Rhythm;
import org.hilum.epidemic.surveillance.Vintage;

/**
 * The European forecast hub's vintages, truth and forecasts.
 *
 * <p>Two truths: <em>contract</em>, without weeks that hold a negative day; and <em>published</em>,
 * also without the weeks that the hub lists as anomalous, on which the published ratios rest. Of
 * that list its rule is known (a week's count, Saturday to Friday, named by the Saturday after,
 * differed by more than 5 % between versions of the source) and eleven weeks entered by hand.
 */
final class EuropeanHub {

  static final String ENSEMBLE = "EuroCOVIDhub-ensemble";
  static final String BASELINE = "EuroCOVIDhub-baseline";
  static final String MUNI = "MUNI-ARIMA";

  private static final String FOLDER = "hub-europe/";
  private static final double MUCH_REVISED = 0.05;
  private static final Set<String> BY_HAND =
      Set.of(
          "CASES ES 2021-03-06",
          "CASES FR 2021-05-22",
          "CASES IE 2021-05-22",
          "CASES IE 2021-05-29",
          "CASES IE 2021-06-05",
          "CASES IE 2021-06-12",
          "CASES ES 2021-06-12",
          "DEATHS IE 2021-05-22",
          "DEATHS IE 2021-05-29",
          "DEATHS IE 2021-06-05",
          "DEATHS IE 2021-06-12");

  private final Tables tables;
  private final TreeMap<LocalDate, List<CaseCounts>> asOf = new TreeMap<>();
  private final Set<String> anomalous = new HashSet<>(BY_HAND);
  private final Truth contract;

  EuropeanHub(Tables tables, WorldCounts world) throws IOException {
    this.tables = tables;
    for (Measure measure : List.of(Measure.CASES, Measure.DEATHS)) {
      readVersions(measure);
      findRevised(measure, world);
    }
    contract =
        switch (TruthFile.read(tables.file(FOLDER + "truth_weekly.csv.gz"))) {
          case TruthReading.Read read -> read.truth();
          case TruthReading.Refused refused -> throw new IOException(refused.refusals().toString());
        };
  }

  private void readVersions(Measure measure) throws IOException {
    Map<LocalDate, DatedCounts> versions = new TreeMap<>();
    Map<String, LocalDate> dates = new HashMap<>();
    tables.eachPlain(
        FOLDER + "truth_asof_" + measure.hubWord() + ".csv.gz",
        row ->
            versions
                .computeIfAbsent(
                    dates.computeIfAbsent(row[0], LocalDate::parse),
                    any -> new DatedCounts(measure, Rhythm.DAILY))
                .put(
                    row[1],
                    dates.computeIfAbsent(row[2], LocalDate::parse),
                    Tables.number(row[3])));
    versions.forEach(
        (day, counts) ->
            asOf.computeIfAbsent(day, any -> new ArrayList<>()).addAll(counts.increments()));
  }

  private void findRevised(Measure measure, WorldCounts world) {
    Map<String, double[]> range = new HashMap<>();
    asOf.values()
        .forEach(
            all ->
                all.stream()
                    .filter(one -> one.measure() == measure)
                    .forEach(one -> widen(range, one)));
    world.european(measure).forEach(one -> widen(range, one));
    range.forEach(
        (week, extremes) -> {
          if ((extremes[1] - extremes[0]) / extremes[1] > MUCH_REVISED) {
            anomalous.add(week);
          }
        });
  }

  private static void widen(Map<String, double[]> range, CaseCounts daily) {
    LocalDate saturday = daily.first();
    while (saturday.getDayOfWeek().getValue() != 6) {
      saturday = saturday.plusDays(1);
    }
    for (LocalDate from = saturday;
        !from.plusDays(6).isAfter(daily.last());
        from = from.plusDays(7)) {
      double sum = 0;
      for (int day = 0; day < 7; day++) {
        sum += daily.on(from.plusDays(day));
      }
      double[] extremes =
          range.computeIfAbsent(
              key(daily.measure(), daily.location(), from.plusDays(7)),
              any -> new double[] {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY});
      extremes[0] = Math.min(extremes[0], sum);
      extremes[1] = Math.max(extremes[1], sum);
    }
  }

  private static String key(Measure measure, String location, LocalDate end) {
    return measure + " " + location + " " + end;
  }

  /** Without weeks that hold a negative day. */
  Truth contract() {
    return contract;
  }

  /** Also without the weeks that the hub holds to be anomalous. */
  Truth published() {
    return contract.without("revised by more than 5 %", this::isAnomalous);
  }

  private boolean isAnomalous(ForecastTarget target) {
    return anomalous.contains(key(target.measure(), target.location(), target.targetEnd()));
  }

  /** What was known on a Monday. */
  Vintage vintage(LocalDate day) {
    return new Vintage(day, asOf.getOrDefault(day, List.of()), Map.of(), List.of());
  }

  /** Mondays with a vintage, from and to. */
  List<LocalDate> days(LocalDate from, LocalDate to) {
    return List.copyOf(asOf.subMap(from, true, to, true).keySet());
  }

  /** Forecasts of an author of the hub. */
  List<HubForecast> forecasts(String author) throws IOException {
    return Hubs.read(tables.file(FOLDER + "forecasts/" + author + ".csv.gz"));
  }
}
