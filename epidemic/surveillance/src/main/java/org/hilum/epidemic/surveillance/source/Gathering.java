package org.hilum.epidemic.surveillance.source;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hilum.epidemic.surveillance.CaseCounts;
import org.hilum.epidemic.surveillance.Measure;
import org.hilum.epidemic.surveillance.Remark;
import org.hilum.epidemic.surveillance.SourceReading;
import org.hilum.epidemic.surveillance.SurveillanceReason;
import org.hilum.epidemic.surveillance.Vintage;
import org.hilum.epidemic.surveillance.ledger.Ledger;
import org.hilum.epidemic.surveillance.ledger.Problems;
import org.hilum.epidemic.surveillance.table.BrokenTableException;
import org.hilum.epidemic.surveillance.table.CsvTable;

/** Gathers counts of several files, measures and days of knowledge until they are vintages. */
public final class Gathering {

  private final Map<LocalDate, Map<Measure, Ledger>> ledgers = new TreeMap<>();
  private final List<Remark> reasons = new ArrayList<>();

  /** Reads one table of a source. */
  @FunctionalInterface
  public interface Reader {
    /** Reads all rows; what is wrong with single ones goes to the problems. */
    void read(CsvTable table, Gathering into, Problems problems) throws BrokenTableException;
  }

  /** Reads a file; what is wrong is gathered. */
  public Gathering file(Path file, Reader reader) {
    var problems = new Problems(String.valueOf(file.getFileName()));
    try (var table = CsvTable.open(file)) {
      reader.read(table, this, problems);
    } catch (BrokenTableException e) {
      problems.add(e);
    }
    reasons.addAll(problems.all());
    return this;
  }

  /**
   * Takes one count.
   *
   * @param asOf day of knowledge, which the count's day may not be after
   */
  void add(LocalDate asOf, Count count, long line, Problems problems) throws BrokenTableException {
    if (count.day().isAfter(asOf)) {
      problems.add(
          SurveillanceReason.FUTURE_ROW,
          "A count of %s is dated after %s, the day of knowledge.".formatted(count.day(), asOf),
          line);
      return;
    }
    ledgers
        .computeIfAbsent(asOf, any -> new EnumMap<>(Measure.class))
        .computeIfAbsent(count.measure(), any -> new Ledger(count.measure(), count.isCumulative()))
        .add(count.place(), count.day(), count.value(), line);
  }

  /** One count of a row. */
  record Count(String place, LocalDate day, Measure measure, double value, boolean isCumulative) {}

  /** The vintages, or all that was wrong. */
  public SourceReading done() {
    var vintages = new ArrayList<Vintage>();
    ledgers.forEach((asOf, measures) -> vintages.add(vintage(asOf, measures)));
    if (reasons.isEmpty() && vintages.stream().allMatch(one -> one.series().isEmpty())) {
      vintages.forEach(one -> reasons.addAll(one.remarks()));
      var message = "No place has a usable count.";
      reasons.addFirst(new Remark(SurveillanceReason.NO_COUNTS, message, ""));
    }
    return reasons.isEmpty()
        ? new SourceReading.Read(vintages)
        : new SourceReading.Refused(reasons);
  }

  private Vintage vintage(LocalDate asOf, Map<Measure, Ledger> measures) {
    var series = new ArrayList<CaseCounts>();
    var remarks = new ArrayList<Remark>();
    measures.forEach(
        (measure, ledger) -> {
          var problems = new Problems("as of " + asOf + ", " + measure.hubWord());
          ledger.sayDuplicates(problems);
          try {
            series.addAll(problems.isEmpty() ? ledger.series(remarks) : List.of());
          } catch (BrokenTableException e) {
            problems.add(e);
          }
          reasons.addAll(problems.all());
        });
    return new Vintage(asOf, series, Map.of(), remarks);
  }
}
