package org.hilum.epidemic.surveillance.source;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hilum.epidemic.surveillance.Measure;
import org.hilum.epidemic.surveillance.ledger.Problems;
import org.hilum.epidemic.surveillance.source.Gathering.Count;
import org.hilum.epidemic.surveillance.table.BrokenTableException;
import org.hilum.epidemic.surveillance.table.Cells;
import org.hilum.epidemic.surveillance.table.CsvTable;

/** A table with a row for each place and day: which column means what. */
public final class LongTable implements Gathering.Reader {

  private record Column(Measure measure, String name, boolean isCumulative) {}

  private final String place;
  private final String date;
  private final List<Column> columns = new ArrayList<>();
  private final LocalDate day;
  private String asOf = "";
  private String empty = "";

  /**
   * @param place column of the place
   * @param date column of the day or the week's last day
   * @param day day of knowledge, where no column tells it
   */
  public LongTable(String place, String date, LocalDate day) {
    this.place = place;
    this.date = date;
    this.day = day;
  }

  /** A column of what was newly counted. */
  public LongTable increments(Measure measure, String column) {
    columns.add(new Column(measure, column, false));
    return this;
  }

  /** A column of running totals. */
  public LongTable totals(Measure measure, String column) {
    columns.add(new Column(measure, column, true));
    return this;
  }

  /** A column of the day of knowledge. */
  public LongTable asOf(String column) {
    asOf = column;
    return this;
  }

  /** Rows without a place, or with something in this column, are of another level and left out. */
  public LongTable onlyWhereEmpty(String column) {
    empty = column;
    return this;
  }

  @Override
  public void read(CsvTable table, Gathering into, Problems problems) throws BrokenTableException {
    var places = new Places(table);
    while (table.next()) {
      try {
        row(table, places, into, problems);
      } catch (BrokenTableException e) {
        problems.add(e);
      }
    }
  }

  /** Where the columns are in a file. */
  private final class Places {
    private final int placeAt;
    private final int dateAt;
    private final Optional<Integer> asOfAt;
    private final Optional<Integer> emptyAt;
    private final int[] counts;

    private Places(CsvTable table) throws BrokenTableException {
      placeAt = table.needed(place);
      dateAt = table.needed(date);
      asOfAt = asOf.isEmpty() ? Optional.empty() : Optional.of(table.needed(asOf));
      emptyAt = empty.isEmpty() ? Optional.empty() : Optional.of(table.needed(empty));
      counts = new int[columns.size()];
      for (int n = 0; n < counts.length; n++) {
        counts[n] = table.needed(columns.get(n).name());
      }
    }
  }

  private void row(CsvTable table, Places at, Gathering into, Problems problems)
      throws BrokenTableException {
    long line = table.line();
    table.checkWhole();
    if (at.emptyAt.isPresent()
        && (!table.cell(at.emptyAt.get()).isEmpty() || table.cell(at.placeAt).isEmpty())) {
      return;
    }
    var name = Cells.place(table.cell(at.placeAt), line);
    var dated = Cells.day(table.cell(at.dateAt), line);
    var known = at.asOfAt.isPresent() ? Cells.day(table.cell(at.asOfAt.get()), line) : day;
    for (int n = 0; n < at.counts.length; n++) {
      var column = columns.get(n);
      double value = Cells.count(table.cell(at.counts[n]), line);
      into.add(
          known,
          new Count(name, dated, column.measure(), value, column.isCumulative()),
          line,
          problems);
    }
  }
}
