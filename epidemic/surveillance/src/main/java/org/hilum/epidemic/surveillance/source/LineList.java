package org.hilum.epidemic.surveillance.source;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.hilum.epidemic.surveillance.Measure;
import org.hilum.epidemic.surveillance.SurveillanceReason;
import org.hilum.epidemic.surveillance.ledger.Problems;
import org.hilum.epidemic.surveillance.source.Gathering.Count;
import org.hilum.epidemic.surveillance.table.BrokenTableException;
import org.hilum.epidemic.surveillance.table.Cells;
import org.hilum.epidemic.surveillance.table.CsvTable;

/**
 * A list with a row for each case: {@code location,report_date}, and {@code death_date} and {@code
 * admission_date} where there are such. Other columns are not read.
 *
 * <p>From the first day of any case on, a day and place without a row is a day without a case: a
 * list of cases has no other way to say so.
 */
public final class LineList implements Gathering.Reader {

  private static final Map<Measure, String> COLUMNS =
      new EnumMap<>(
          Map.of(
              Measure.CASES, "report_date",
              Measure.DEATHS, "death_date",
              Measure.ADMISSIONS, "admission_date"));

  /** A list that begins earlier has a slip of the pen in a date. */
  private static final int LONGEST_DAYS = 36_600;

  private final LocalDate day;
  private final Map<Measure, Map<String, TreeMap<LocalDate, Integer>>> counts =
      new EnumMap<>(Measure.class);
  private LocalDate first;

  /**
   * @param day day of knowledge: the list is complete up to it
   */
  public LineList(LocalDate day) {
    this.day = day;
    this.first = day;
  }

  @Override
  public void read(CsvTable table, Gathering into, Problems problems) throws BrokenTableException {
    int place = table.needed("location");
    table.needed(COLUMNS.getOrDefault(Measure.CASES, ""));
    while (table.next()) {
      try {
        table.checkWhole();
        row(table, Cells.place(table.cell(place), table.line()), problems);
      } catch (BrokenTableException e) {
        problems.add(e);
      }
    }
    if (first.isBefore(day.minusDays(LONGEST_DAYS))) {
      throw new BrokenTableException("The first case is of " + first + ": check its date.", 0);
    }
    give(into, problems);
  }

  private void row(CsvTable table, String place, Problems problems) throws BrokenTableException {
    for (var column : COLUMNS.entrySet()) {
      int at = table.column(column.getValue());
      var text = at < 0 ? "" : table.cell(at);
      if (!text.isEmpty()) {
        count(place, column.getKey(), Cells.day(text, table.line()), table.line(), problems);
      } else if (column.getKey() == Measure.CASES) {
        throw new BrokenTableException("The case has no report date.", table.line());
      }
    }
  }

  private void count(String place, Measure measure, LocalDate dated, long line, Problems problems) {
    if (dated.isAfter(day)) {
      problems.add(
          SurveillanceReason.FUTURE_ROW,
          "A case has the date %s, after %s, the day of knowledge.".formatted(dated, day),
          line);
      return;
    }
    first = dated.isBefore(first) ? dated : first;
    counts
        .computeIfAbsent(measure, any -> new TreeMap<>())
        .computeIfAbsent(place, any -> new TreeMap<>())
        .merge(dated, 1, Integer::sum);
  }

  private void give(Gathering into, Problems problems) throws BrokenTableException {
    for (var measure : counts.entrySet()) {
      for (var place : counts.getOrDefault(Measure.CASES, Map.of()).keySet()) {
        var daily = measure.getValue().getOrDefault(place, new TreeMap<>());
        for (var date = first; !date.isAfter(day); date = date.plusDays(1)) {
          double value = daily.getOrDefault(date, 0);
          into.add(day, new Count(place, date, measure.getKey(), value, false), 0, problems);
        }
      }
    }
  }
}
