package org.hilum.epidemic.surveillance.ledger;

import java.util.Arrays;

/** The dated counts of one place in the order its rows came. */
final class PlaceRows {

  private int[] days = new int[16];
  private double[] counts = new double[16];
  private int[] lines = new int[16];
  private int size;

  void add(int day, double count, int line) {
    if (size == days.length) {
      int longer = size * 2;
      days = Arrays.copyOf(days, longer);
      counts = Arrays.copyOf(counts, longer);
      lines = Arrays.copyOf(lines, longer);
    }
    days[size] = day;
    counts[size] = count;
    lines[size] = line;
    size++;
  }

  int size() {
    return size;
  }

  /** Puts the rows in order of date; rows of one day stay in the order they came. */
  void sort() {
    boolean ordered = true;
    for (int n = 1; n < size && ordered; n++) {
      ordered = days[n - 1] <= days[n];
    }
    if (ordered) {
      return;
    }
    var keys = new long[size];
    for (int n = 0; n < size; n++) {
      keys[n] = ((long) days[n] << 32) + n;
    }
    Arrays.sort(keys);
    var from = new PlaceRows();
    for (long key : keys) {
      int n = (int) key;
      from.add(days[n], counts[n], lines[n]);
    }
    days = from.days;
    counts = from.counts;
    lines = from.lines;
  }

  int day(int row) {
    return days[row];
  }

  double count(int row) {
    return counts[row];
  }

  int line(int row) {
    return lines[row];
  }

  /** Whether any day has a count. */
  boolean hasCount() {
    for (int n = 0; n < size; n++) {
      if (!Double.isNaN(counts[n])) {
        return true;
      }
    }
    return false;
  }

  /** Whether all rows, in order of date, are whole weeks apart. */
  boolean isWeekly() {
    for (int n = 1; n < size; n++) {
      if ((days[n] - days[n - 1]) % 7 != 0) {
        return false;
      }
    }
    return true;
  }
}
