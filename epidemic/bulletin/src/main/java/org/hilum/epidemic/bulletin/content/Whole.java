package org.hilum.epidemic.bulletin.content;

import java.util.List;
import java.util.Optional;

/**
 * Which of the places is all the others together, as {@code US} beside the states: its counts of
 * the last and the earlier seven days are the sums of theirs, to two percent.
 */
final class Whole {

  private static final double TOLERANCE = 0.02;
  private static final int LEAST_PARTS = 4;

  private Whole() {}

  static Optional<Row> of(List<Row> rows) {
    if (rows.size() <= LEAST_PARTS) {
      return Optional.empty();
    }
    var largest =
        rows.stream()
            .filter(row -> Double.isFinite(row.last()))
            .max((one, other) -> Double.compare(one.last(), other.last()));
    return largest.filter(row -> isSum(row, rows));
  }

  private static boolean isSum(Row whole, List<Row> rows) {
    double last = 0;
    double before = 0;
    for (var row : rows) {
      if (!row.place().name().equals(whole.place().name())) {
        last += Double.isFinite(row.last()) ? row.last() : 0;
        before += Double.isFinite(row.before()) ? row.before() : 0;
      }
    }
    return whole.last() > 0
        && Math.abs(last - whole.last()) <= TOLERANCE * whole.last()
        && Math.abs(before - whole.before()) <= TOLERANCE * whole.before();
  }
}
