package org.hilum.imaging.comparison;

import java.util.List;

/**
 * Everything said about the dates of one patient.
 *
 * @param readings earliest first
 * @param pairs neighbouring dates, in order: one less than readings
 * @param lesions every lesion that was there at any date
 * @param course what the dates say together
 */
public record Comparison(
    List<DatedReading> readings,
    List<PairComparison> pairs,
    List<TrackedLesion> lesions,
    Course course) {

  public Comparison {
    readings = List.copyOf(readings);
    pairs = List.copyOf(pairs);
    lesions = List.copyOf(lesions);
    if (readings.size() < 2 || pairs.size() != readings.size() - 1) {
      throw new IllegalArgumentException("two readings or more, and one pair between neighbours");
    }
  }
}
