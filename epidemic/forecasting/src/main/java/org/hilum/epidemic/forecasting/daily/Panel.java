package org.hilum.epidemic.forecasting.daily;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import org.hilum.epidemic.surveillance.CaseCounts;

/**
 * Which daily counts of all places stand side by side: one row per place, one column per day, NaN
 * where nothing usable was counted.
 *
 * <p>A negative count is a correction of other days and is left out. Days at the very end on which
 * the places together counted far less than on the days before are not wholly counted yet (a table
 * drawn up in the morning, a stale copy): they are left out too, and {@link #uncounted} says how
 * many.
 */
final class Panel {

  /** A day with less than this share of the days before, all places together, is not counted. */
  private static final double COUNTED_SHARE = 0.35;

  private static final int LONGEST_GAP = 5;
  private static final int BEFORE = 5;
  private static final int FEWEST_PLACES = 5;

  private final List<CaseCounts> series;
  private final double[][] rows;
  private final double[][] raw;
  private final int[] last;
  private final int uncounted;
  private final LocalDate first;

  private Panel(
      LocalDate first,
      List<CaseCounts> series,
      double[][] rows,
      double[][] raw,
      int[] last,
      int uncounted) {
    this.first = first;
    this.series = series;
    this.rows = rows;
    this.raw = raw;
    this.last = last;
    this.uncounted = uncounted;
  }

  /** The panel of daily series that have at least one count. */
  static Panel of(List<CaseCounts> all) {
    List<CaseCounts> series = all.stream().filter(one -> lastCounted(one) >= 0).toList();
    LocalDate first =
        series.stream().map(CaseCounts::first).min(LocalDate::compareTo).orElse(LocalDate.EPOCH);
    LocalDate end =
        series.stream().map(CaseCounts::last).max(LocalDate::compareTo).orElse(LocalDate.EPOCH);
    int days = (int) ChronoUnit.DAYS.between(first, end) + 1;
    double[][] rows = new double[series.size()][days];
    int[] last = new int[series.size()];
    for (int i = 0; i < rows.length; i++) {
      CaseCounts one = series.get(i);
      int offset = (int) ChronoUnit.DAYS.between(first, one.first());
      Arrays.fill(rows[i], Double.NaN);
      for (int k = 0; k < one.size(); k++) {
        rows[i][offset + k] = one.at(k);
      }
      last[i] = offset + lastCounted(one);
    }
    int uncounted = uncountedDays(rows, last);
    double[][] raw = new double[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      raw[i] = rows[i].clone();
      clean(rows[i], last[i], end(last) - uncounted);
    }
    return new Panel(first, series, rows, raw, last, uncounted);
  }

  private static int lastCounted(CaseCounts one) {
    int k = one.size() - 1;
    while (k >= 0 && Double.isNaN(one.at(k))) {
      k--;
    }
    return k;
  }

  private static int end(int[] last) {
    return Arrays.stream(last).max().orElse(-1);
  }

  private static void clean(double[] row, int last, int counted) {
    for (int d = 0; d < row.length; d++) {
      if (row[d] < 0 || d > last || d > counted) {
        row[d] = Double.NaN;
      }
    }
  }

  /** How many days at the end hold far less than the days before, all places together. */
  private static int uncountedDays(double[][] rows, int[] last) {
    int end = end(last);
    if (rows.length < FEWEST_PLACES) {
      return 0;
    }
    double[] total = new double[end + 1];
    for (double[] row : rows) {
      for (int d = 0; d <= end; d++) {
        total[d] += Double.isNaN(row[d]) ? 0 : row[d];
      }
    }
    for (int gap = Math.min(LONGEST_GAP, end - BEFORE + 1); gap >= 1; gap--) {
      if (fellAway(total, end - gap)) {
        return gap;
      }
    }
    return 0;
  }

  private static boolean fellAway(double[] total, int counted) {
    double usual = Numbers.median(Arrays.copyOfRange(total, counted - BEFORE + 1, counted + 1));
    for (int d = counted + 1; d < total.length; d++) {
      double bound = d >= 7 ? Math.min(usual, Math.max(total[d - 7], usual / 4)) : usual;
      if (total[d] >= COUNTED_SHARE * bound) {
        return false;
      }
    }
    return usual > 2 * FEWEST_PLACES;
  }

  /** How many days at the end of the table are not wholly counted. */
  int uncounted() {
    return uncounted;
  }

  int days() {
    return rows.length == 0 ? 0 : rows[0].length;
  }

  int places() {
    return rows.length;
  }

  CaseCounts series(int place) {
    return series.get(place);
  }

  /** The cleaned counts of a place by day of the panel. */
  double[] row(int place) {
    return rows[place];
  }

  /** The counts of a place as they came, corrections below zero among them. */
  double[] raw(int place) {
    return raw[place];
  }

  /** The place's last counted day as its source dates it. */
  int last(int place) {
    return last[place];
  }

  /** The date of the place's last counted day. */
  LocalDate lastDay(int place) {
    return first.plusDays(last[place]);
  }

  /** The last day that is wholly counted somewhere. */
  int counted() {
    return end(last) - uncounted;
  }

  double[][] rows() {
    return rows;
  }
}
