package org.hilum.epidemic.surveillance.source;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.TreeMap;
import org.hilum.epidemic.surveillance.Measure;
import org.hilum.epidemic.surveillance.ledger.Problems;
import org.hilum.epidemic.surveillance.source.Gathering.Count;
import org.hilum.epidemic.surveillance.table.BrokenTableException;
import org.hilum.epidemic.surveillance.table.Cells;
import org.hilum.epidemic.surveillance.table.CsvTable;

/**
 * Johns Hopkins' table: a row for each province or country, a column of running totals for each
 * day. Provinces are added up to their country; a day on which one has none is absent for the
 * country.
 */
public final class WideTable implements Gathering.Reader {

  private static final DateTimeFormatter AMERICAN = DateTimeFormatter.ofPattern("M/d/yy");
  private static final String COUNTRY = "Country/Region";
  private static final int DESCRIPTIONS = 4;

  private final Measure measure;
  private final LocalDate day;

  /**
   * @param day day of knowledge
   */
  public WideTable(Measure measure, LocalDate day) {
    this.measure = measure;
    this.day = day;
  }

  @Override
  public void read(CsvTable table, Gathering into, Problems problems) throws BrokenTableException {
    int country = table.needed(COUNTRY);
    var days = days(table);
    var totals = new TreeMap<String, double[]>();
    while (table.next()) {
      try {
        row(table, country, totals, days.length);
      } catch (BrokenTableException e) {
        problems.add(e);
      }
    }
    for (var entry : totals.entrySet()) {
      add(entry, days, into, problems);
    }
  }

  private void add(
      Map.Entry<String, double[]> totals, LocalDate[] days, Gathering into, Problems problems)
      throws BrokenTableException {
    for (int n = 0; n < days.length; n++) {
      var count = new Count(totals.getKey(), days[n], measure, totals.getValue()[n], true);
      into.add(day, count, 1, problems);
    }
  }

  private static LocalDate[] days(CsvTable table) throws BrokenTableException {
    var header = table.header();
    if (header.size() <= DESCRIPTIONS) {
      throw new BrokenTableException("The header has no days.", 1);
    }
    var days = new LocalDate[header.size() - DESCRIPTIONS];
    for (int n = 0; n < days.length; n++) {
      var name = header.get(DESCRIPTIONS + n);
      try {
        days[n] = LocalDate.parse(name, AMERICAN);
      } catch (DateTimeException e) {
        throw new BrokenTableException(
            "The column \"%s\" is no day such as 1/31/20.".formatted(Cells.shown(name)), 1);
      }
    }
    return days;
  }

  private static void row(CsvTable table, int country, Map<String, double[]> totals, int days)
      throws BrokenTableException {
    long line = table.line();
    table.checkWhole();
    var name = Cells.place(table.cell(country), line);
    var row = new double[days];
    for (int n = 0; n < days; n++) {
      row[n] = Cells.count(table.cell(DESCRIPTIONS + n), line);
    }
    var sum = totals.computeIfAbsent(name, any -> new double[days]);
    for (int n = 0; n < days; n++) {
      sum[n] += row[n];
    }
  }
}
