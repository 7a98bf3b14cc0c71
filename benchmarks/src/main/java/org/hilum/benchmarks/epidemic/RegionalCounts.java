package org.hilum.benchmarks.epidemic;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.hilum.epidemic.surveillance.CaseCounts;
import org.hilum.epidemic.surveillance.Measure;
import org.hilum.epidemic.surveillance.Rhythm;

/** Daily cases of Italian regions and German states, as they stood in the end. */
final class RegionalCounts {

  private RegionalCounts() {}

  /** Differences of the running totals by region. */
  static List<CaseCounts> italy(Tables tables) throws IOException {
    var counts = new DatedCounts(Measure.CASES, Rhythm.DAILY);
    tables.each(
        "italy/regioni_daily.csv.gz",
        row ->
            counts.put(
                row.get("denominazione_regione"),
                LocalDate.parse(row.get("data").substring(0, 10)),
                Tables.number(row.get("totale_casi"))));
    return counts.differences();
  }

  /** New cases by state, without the sum of all. */
  static List<CaseCounts> germany(Tables tables) throws IOException {
    var counts = new DatedCounts(Measure.CASES, Rhythm.DAILY);
    tables.each(
        "germany/de_states_daily.csv.gz",
        row -> {
          if (!row.get("state").startsWith("DE")) {
            counts.put(
                row.get("state"),
                LocalDate.parse(row.get("Date")),
                Tables.number(row.get("Cases_New")));
          }
        });
    return counts.increments();
  }
}
