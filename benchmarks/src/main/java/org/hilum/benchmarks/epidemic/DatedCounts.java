package org.hilum.benchmarks.epidemic;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
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
  private final Map<String, TreeMap<LocalDate, Double>> places = new TreeMap<>();

  DatedCounts(Measure measure, Rhythm rhythm) {
    this.measure = measure;
    this.rhythm = rhythm;
  }

  void put(String place, LocalDate date, double value) {
    places.computeIfAbsent(place, any -> new TreeMap<>()).put(date, value);
  }

  /** For places of which a source gives parts. */
  void add(String place, LocalDate date, double value) {
    places.computeIfAbsent(place, any -> new TreeMap<>()).merge(date, value, Double::sum);
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

  private CaseCounts series(String place, TreeMap<LocalDate, Double> dated) {
    LocalDate first = dated.firstKey();
    int days = (int) ChronoUnit.DAYS.between(first, dated.lastKey());
    double[] values = new double[days / rhythm.days() + 1];
    Arrays.fill(values, Double.NaN);
    dated.forEach(
        (date, value) ->
            values[(int) ChronoUnit.DAYS.between(first, date) / rhythm.days()] = value);
    return new CaseCounts(place, measure, rhythm, first, values);
  }

  static Map<String, CaseCounts> byPlace(List<CaseCounts> series) {
    Map<String, CaseCounts> map = new HashMap<>();
    series.forEach(one -> map.put(one.location(), one));
    return map;
  }
}
