package org.hilum.epidemic.surveillance;

import java.time.LocalDate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Series drawn for tests. */
final class Drawn {

  /** A Monday. */
  static final LocalDate START = LocalDate.of(2020, 9, 7);

  /** Monday to Sunday, summing to 7. */
  static final double[] WEEKDAYS = {0.6, 1.1, 1.3, 1.2, 1.2, 1.0, 0.6};

  private Drawn() {}

  /** A wave between 100 and 900 a day with weekdays and a little noise that is always the same. */
  static double[] wave(int days) {
    return values(
        days,
        n ->
            Math.round(
                (500 + 400 * Math.sin(n / 25.0))
                    * WEEKDAYS[n % 7]
                    * (1 + 0.1 * Math.sin(n * n * 1.7))));
  }

  static double[] values(int steps, IntToDoubleFunction value) {
    return IntStream.range(0, steps).mapToDouble(value).toArray();
  }

  static CaseCounts daily(double... values) {
    return new CaseCounts("Hither", Measure.CASES, Rhythm.DAILY, START, values);
  }

  static CaseCounts weekly(double... values) {
    return new CaseCounts("Hither", Measure.CASES, Rhythm.WEEKLY, START.plusDays(5), values);
  }

  static double sum(CaseCounts counts) {
    return IntStream.range(0, counts.size())
        .mapToDouble(counts::at)
        .filter(value -> !Double.isNaN(value))
        .sum();
  }
}
