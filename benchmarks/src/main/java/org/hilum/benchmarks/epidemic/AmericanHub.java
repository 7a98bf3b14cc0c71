package org.hilum.benchmarks.epidemic;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hilum.epidemic.forecasting.HubForecast;
import org.hilum.epidemic.forecasting.Truth;
import org.hilum.epidemic.surveillance.Measure;
import org.hilum.epidemic.surveillance.Rhythm;
import org.hilum.epidemic.surveillance.Vintage;

/**
 * The US hub's weekly hospital admissions: 52 jurisdictions, without the sum of all.
 *
 * <p>Truth: the newest version of the data folder, 2025-08-27; the published ratios rest on one of
 * 2026.
 */
final class AmericanHub {

  static final String ENSEMBLE = "CovidHub-ensemble";
  static final String BASELINE = "CovidHub-baseline";

  private static final String FOLDER = "hub-cdc/";
  private static final String NATION = "US";

  private final Tables tables;
  private final TreeMap<LocalDate, DatedCounts> versions = new TreeMap<>();

  AmericanHub(Tables tables) throws IOException {
    this.tables = tables;
    tables.each(
        FOLDER + "truth_asof.csv.gz",
        row -> {
          if (!row.get("location").equals(NATION)) {
            versions
                .computeIfAbsent(
                    LocalDate.parse(row.get("as_of")),
                    any -> new DatedCounts(Measure.ADMISSIONS, Rhythm.WEEKLY))
                .put(
                    row.get("location"),
                    LocalDate.parse(row.get("target_end_date")),
                    Tables.number(row.get("observation")));
          }
        });
  }

  Truth truth() {
    return Truth.of(versions.lastEntry().getValue().increments());
  }

  /** The hub's Saturdays, each with the newest version then known. */
  List<Engine.Day> days(List<HubForecast> baseline) {
    List<Engine.Day> days = new ArrayList<>();
    baseline.stream()
        .map(HubForecast::referenceDate)
        .distinct()
        .sorted()
        .forEach(
            saturday -> {
              var known = versions.floorEntry(saturday).getValue().increments();
              days.add(new Engine.Day(saturday, new Vintage(saturday, known, Map.of(), List.of())));
            });
    return days;
  }

  /** An author's forecasts from the week of the reference date on. */
  List<HubForecast> forecasts(String author) throws IOException {
    return Hubs.read(tables.file(FOLDER + "forecasts/" + author + ".csv.gz")).stream()
        .filter(one -> one.forecast().horizon() >= 0)
        .filter(one -> !one.forecast().location().equals(NATION))
        .toList();
  }
}
