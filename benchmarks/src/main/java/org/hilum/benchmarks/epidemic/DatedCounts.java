package org.hilum.benchmarks.epidemic;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hilum.epidemic.surveillance.CaseCounts;
import org.hilum.epidemic.surveillance.Measure;
import org.hilum.epidemic.surveillance.Rhythm;

/** Gathers dated values by place and makes series of them; days without a value are absent. */
final class DatedCounts {

  private final Measure measure;
  private final Rhythm rhythm;
  private final Map<String, Course> places = new TreeMap<>();

  /** The values of one place by day of the epoch, in an array that grows at both ends. */
  private static final class Course {
    private static final int ROOM = 1200;
    private long from;
    private double[] values = new double[0];
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;

    double at(long day) {
      return day < from || day >= from + values.length ? Double.NaN : values[(int) (day - from)];
    }

    void put(long day, double value) {
      if (day < from || day >= from + values.length) {
        makeRoom(day);
      }
      values[(int) (day - from)] = value;
      first = Math.min(first, day);
      last = Math.max(last, day);
    }

    private void makeRoom(long day) {
      long start = Math.min(values.length == 0 ? day : from, day) - 10;
      long end = Math.max(values.length == 0 ? day : from + values.length, day) + ROOM;
      double[] more = new double[(int) (end - start)];
      Arrays.fill(more, Double.NaN);
      System.arraycopy(
          values, 0, more, values.length == 0 ? 0 : (int) (from - start), values.length);
      from = start;
      values = more;
    }
  }

  DatedCounts(Measure measure, Rhythm rhythm) {
    this.measure = measure;
    this.rhythm = rhythm;
  }

  void put(String place, LocalDate date, double value) {
    places.computeIfAbsent(place, any -> new Course()).put(date.toEpochDay(), value);
  }

  /** For places of which a source gives parts. */
  void add(String place, LocalDate date, double value) {
    Course course = places.computeIfAbsent(place, any -> new Course());
    double before = course.at(date.toEpochDay());
    course.put(date.toEpochDay(), Double.isNaN(before) ? value : before + value);
  }

  List<CaseCounts> increments() {
    return places.entrySet().stream().map(one -> series(one.getKey(), one.getValue())).toList();
  }

  /** Where running totals were put: differences from day to day, the first total as it is. */
  List<CaseCounts> differences() {
    return increments().stream().map(DatedCounts::differences).toList();
  }

  private static CaseCounts differences(CaseCounts totals) {
    double[] values = totals.values();
    for (int day = values.length - 1; day > 0; day--) {
      values[day] -= values[day - 1];
    }
    return totals.withValues(values);
  }

  private CaseCounts series(String place, Course course) {
    int step = rhythm.days();
    double[] values = new double[(int) (course.last - course.first) / step + 1];
    for (int index = 0; index < values.length; index++) {
      values[index] = course.at(course.first + (long) index * step);
    }
    return new CaseCounts(place, measure, rhythm, LocalDate.ofEpochDay(course.first), values);
  }

  static Map<String, CaseCounts> byPlace(List<CaseCounts> series) {
    Map<String, CaseCounts> map = new HashMap<>();
    series.forEach(one -> map.put(one.location(), one));
    return map;
  }
}
