package org.hilum.imaging.reporting;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.hilum.imaging.comparison.ComparisonResult.FailedAlignment;
import org.hilum.imaging.vocabulary.Reason;

/**
 * All that is said of dates that could not be compared.
 *
 * @param readings those that could be read, in order of date
 * @param refusals all reasons at once
 * @param failedAlignment where the lungs could not be laid on each other, how far it came
 * @param comparedAt when the comparison was tried
 */
public record RefusedComparison(
    List<ReadingFindings> readings,
    List<Reason> refusals,
    Optional<FailedAlignment> failedAlignment,
    ZonedDateTime comparedAt,
    SoftwareIdentity software) {

  public RefusedComparison {
    readings = List.copyOf(readings);
    refusals = List.copyOf(refusals);
    if (refusals.isEmpty()) {
      throw new IllegalArgumentException("a refusal says why");
    }
  }
}
