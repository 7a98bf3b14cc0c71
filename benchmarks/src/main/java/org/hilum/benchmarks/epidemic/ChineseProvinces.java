package org.hilum.benchmarks.epidemic;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hilum.epidemic.forecasting.Truth;
import org.hilum.epidemic.surveillance.CaseCounts;
import org.hilum.epidemic.surveillance.Measure;
import org.hilum.epidemic.surveillance.Rhythm;
import org.hilum.epidemic.surveillance.Vintage;

/** Provinces in early 2020, as the table stood on each day, and as it was in the end. */
final class ChineseProvinces {

  static final String HUBEI = "湖北省";

  private final TreeMap<LocalDate, DatedCounts> asOf = new TreeMap<>();
  private final DatedCounts last = new DatedCounts(Measure.CASES, Rhythm.DAILY);

  /**
   * @param wholeDaysOnly leave out the row of the day of knowledge itself, which in many versions
   *     repeats the day before because the province had not yet reported
   */
  ChineseProvinces(Tables tables, boolean wholeDaysOnly) throws IOException {
    tables.each(
        "china/china_province_asof.csv.gz",
        row -> {
          LocalDate known = LocalDate.parse(row.get("as_of"));
          LocalDate date = LocalDate.parse(row.get("date"));
          if (!wholeDaysOnly || date.isBefore(known)) {
            asOf.computeIfAbsent(known, any -> new DatedCounts(Measure.CASES, Rhythm.DAILY))
                .put(row.get("province"), date, Tables.number(row.get("confirmed")));
          }
        });
    tables.each(
        "china/china_province_daily.csv",
        row -> {
          if (row.get("city").isEmpty()) {
            last.put(
                row.get("province"),
                LocalDate.parse(row.get("date")),
                Tables.number(row.get("confirmed")));
          }
        });
  }

  /** Days of knowledge from 2020-01-31 on, as the published trial had them. */
  List<Engine.Day> days() {
    List<Engine.Day> days = new ArrayList<>();
    asOf.tailMap(LocalDate.of(2020, 1, 31))
        .forEach(
            (day, counts) ->
                days.add(
                    new Engine.Day(
                        day, new Vintage(day, counts.differences(), Map.of(), List.of()))));
    return days;
  }

  Truth truth() {
    return Truth.of(last.differences());
  }

  List<CaseCounts> inTheEnd() {
    return last.differences();
  }
}
