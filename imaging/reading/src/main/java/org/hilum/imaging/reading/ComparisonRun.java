package org.hilum.imaging.reading;

import java.util.List;
import org.hilum.imaging.vocabulary.Reason;

/**
 * What became of the studies that were to be compared, and of their comparison.
 *
 * @param readings one for each study that holds CT, in the order they were read
 * @param refusals why an input holds nothing to read
 */
public record ComparisonRun(
    List<StudyOutcome> readings, List<Reason> refusals, ComparisonOutcome comparison) {

  public ComparisonRun {
    readings = List.copyOf(readings);
    refusals = List.copyOf(refusals);
  }

  /** Whether something failed that should not have. */
  public boolean hasFault() {
    return readings.stream().anyMatch(StudyOutcome.StudyFailed.class::isInstance);
  }

  /** Whether the dates, or any of the studies, were refused. */
  public boolean hasRefusal() {
    return !refusals.isEmpty()
        || comparison instanceof ComparisonOutcome.DatesRefused
        || readings.stream().anyMatch(StudyOutcome.StudyRefused.class::isInstance);
  }
}
