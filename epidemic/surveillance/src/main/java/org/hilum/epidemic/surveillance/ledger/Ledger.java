package org.hilum.epidemic.surveillance.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.hilum.epidemic.surveillance.CaseCounts;
import org.hilum.epidemic.surveillance.Measure;
import org.hilum.epidemic.surveillance.Remark;
import org.hilum.epidemic.surveillance.Remark.Said;
import org.hilum.epidemic.surveillance.Rhythm;
import org.hilum.epidemic.surveillance.Saying;
import org.hilum.epidemic.surveillance.SurveillanceReason;
import org.hilum.epidemic.surveillance.table.BrokenTableException;

/**
 * Makes series of the dated counts of one measure.
 *
 * <p>Dates that no row names, between the first and the last of a place, become NaN. A place whose
 * rows are whole weeks apart is weekly; one with too few rows to tell is what most others are. From
 * running totals the differences are taken: the first has none and is NaN unless the total is 0,
 * and the first after a gap holds all that was counted since the last total.
 */
public final class Ledger {

  /** Places of one file. */
  static final int MOST_PLACES = 50_000;

  /** Steps of all series of one file together, 400 MB. */
  static final long MOST_STEPS = 50_000_000;

  /** Fewer rows than this do not show whether a place reports by days or weeks. */
  private static final int ROWS_TO_TELL = 3;

  private final Measure measure;
  private final boolean cumulative;
  private final TreeMap<String, PlaceRows> places = new TreeMap<>();
  private String lastPlace = "";
  private PlaceRows lastRows = new PlaceRows();

  /**
   * @param cumulative whether counts are running totals
   */
  public Ledger(Measure measure, boolean cumulative) {
    this.measure = measure;
    this.cumulative = cumulative;
  }

  /** Takes one row. */
  public void add(String place, LocalDate day, double count, long line)
      throws BrokenTableException {
    if (cumulative && count < 0) {
      throw new BrokenTableException("A running total is below zero.", line);
    }
    rows(place, line).add((int) day.toEpochDay(), count, (int) line);
  }

  private PlaceRows rows(String place, long line) throws BrokenTableException {
    if (!place.equals(lastPlace)) {
      if (places.size() >= MOST_PLACES && !places.containsKey(place)) {
        throw new BrokenTableException("There are more than " + MOST_PLACES + " places.", line);
      }
      lastRows = places.computeIfAbsent(place, any -> new PlaceRows());
      lastPlace = place;
    }
    return lastRows;
  }

  /** Days that a place names twice, all of them. */
  public void sayDuplicates(Problems problems) {
    places.forEach(
        (place, rows) -> {
          rows.sort();
          for (int n = 1; n < rows.size(); n++) {
            if (rows.day(n) == rows.day(n - 1)) {
              problems.add(
                  SurveillanceReason.UNREADABLE_ROW,
                  "%s has two rows for %s, in line %d and here; leave one out."
                      .formatted(place, LocalDate.ofEpochDay(rows.day(n)), rows.line(n - 1)),
                  rows.line(n));
            }
          }
        });
  }

  /**
   * The series in order of place.
   *
   * @param remarks takes what is said about places without a count
   */
  public List<CaseCounts> series(List<Remark> remarks) throws BrokenTableException {
    boolean mostlyWeekly = mostlyWeekly();
    var series = new ArrayList<CaseCounts>();
    long steps = 0;
    for (var entry : places.entrySet()) {
      var rows = entry.getValue();
      if (!rows.hasCount()) {
        remarks.add(empty(entry.getKey()));
        continue;
      }
      boolean weekly = rows.isWeekly() && (rows.size() >= ROWS_TO_TELL || mostlyWeekly);
      steps += rows.day(rows.size() - 1) - rows.day(0) + 1L;
      if (steps > MOST_STEPS) {
        throw new BrokenTableException("The dates span too many days for so many places.", 0);
      }
      series.add(series(entry.getKey(), rows, weekly ? Rhythm.WEEKLY : Rhythm.DAILY));
    }
    return series;
  }

  private boolean mostlyWeekly() {
    int weekly = 0;
    int told = 0;
    boolean allWeekly = true;
    for (var rows : places.values()) {
      rows.sort();
      allWeekly &= rows.isWeekly() && rows.size() > 1;
      if (rows.size() >= ROWS_TO_TELL) {
        told++;
        weekly += rows.isWeekly() ? 1 : 0;
      }
    }
    return told == 0 ? allWeekly : 2 * weekly > told;
  }

  private Remark empty(String place) {
    return new Remark(
        SurveillanceReason.EMPTY_PLACE,
        Said.of(Saying.EMPTY_IN_FILE, place, measure.file()),
        place + ", " + measure.hubWord());
  }

  private CaseCounts series(String place, PlaceRows rows, Rhythm rhythm) {
    int first = rows.day(0);
    int steps = (rows.day(rows.size() - 1) - first) / rhythm.days() + 1;
    var values = new double[steps];
    Arrays.fill(values, Double.NaN);
    for (int n = 0; n < rows.size(); n++) {
      values[(rows.day(n) - first) / rhythm.days()] = rows.count(n);
    }
    return new CaseCounts(
        place,
        measure,
        rhythm,
        LocalDate.ofEpochDay(first),
        cumulative ? Differences.of(values) : values);
  }
}
