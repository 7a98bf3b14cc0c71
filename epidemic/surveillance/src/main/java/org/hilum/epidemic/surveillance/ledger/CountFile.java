package org.hilum.epidemic.surveillance.ledger;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.hilum.epidemic.surveillance.CaseCounts;
import org.hilum.epidemic.surveillance.Measure;
import org.hilum.epidemic.surveillance.Remark;
import org.hilum.epidemic.surveillance.SurveillanceReason;
import org.hilum.epidemic.surveillance.table.BrokenTableException;
import org.hilum.epidemic.surveillance.table.Cells;
import org.hilum.epidemic.surveillance.table.CsvTable;

/** Reads a file of {@code location,date,value} or {@code location,date,cumulative}. */
public final class CountFile {

  private static final String VALUE = "value";
  private static final String CUMULATIVE = "cumulative";

  private final Measure measure;
  private final LocalDate day;
  private final Problems problems;
  private long futureRows;
  private long firstFutureLine;
  private LocalDate firstFuture = LocalDate.MAX;

  private CountFile(Measure measure, LocalDate day, Problems problems) {
    this.measure = measure;
    this.day = day;
    this.problems = problems;
  }

  /**
   * @param day nothing may be dated later
   * @param problems takes all that is wrong; the series are of use only when it stays empty
   * @param remarks takes what is unusual
   */
  public static List<CaseCounts> read(
      Path file, Measure measure, LocalDate day, Problems problems, List<Remark> remarks) {
    return new CountFile(measure, day, problems).read(file, remarks);
  }

  private List<CaseCounts> read(Path file, List<Remark> remarks) {
    try (var table = CsvTable.open(file)) {
      var ledger = rows(table);
      ledger.sayDuplicates(problems);
      return problems.isEmpty() ? ledger.series(remarks) : List.of();
    } catch (BrokenTableException e) {
      problems.add(e);
      return List.of();
    } finally {
      sayFuture();
    }
  }

  private Ledger rows(CsvTable table) throws BrokenTableException {
    int place = table.needed("location");
    int date = table.needed("date");
    boolean cumulative = table.column(VALUE) < 0 && table.column(CUMULATIVE) >= 0;
    int count = table.needed(cumulative ? CUMULATIVE : VALUE);
    var ledger = new Ledger(measure, cumulative);
    while (table.next()) {
      try {
        row(table, ledger, place, date, count);
      } catch (BrokenTableException e) {
        problems.add(e);
      }
    }
    return ledger;
  }

  private void row(CsvTable table, Ledger ledger, int place, int date, int count)
      throws BrokenTableException {
    table.checkWhole();
    long line = table.line();
    var name = Cells.place(table.cell(place), line);
    var dated = Cells.day(table.cell(date), line);
    double value = Cells.count(table.cell(count), line);
    if (dated.isAfter(day)) {
      future(dated, line);
    } else {
      ledger.add(name, dated, value, line);
    }
  }

  private void future(LocalDate dated, long line) {
    if (futureRows++ == 0) {
      firstFuture = dated;
      firstFutureLine = line;
    }
  }

  private void sayFuture() {
    if (futureRows > 0) {
      problems.add(
          SurveillanceReason.FUTURE_ROW,
          "%s dated after %s, the day of knowledge; the first for %s. Leave later rows out, or name the later day."
              .formatted(futureRows == 1 ? "A row is" : futureRows + " rows are", day, firstFuture),
          firstFutureLine);
    }
  }
}
