package org.hilum.imaging.reading;

import java.util.List;
import org.hilum.imaging.vocabulary.Reason;

/**
 * What became of everything that lay at one place.
 *
 * @param outcomes one for each study that holds CT, in the order they were read
 * @param leftAlone files and objects that are not CT, and why
 * @param refusals why nothing at all could be read; empty when a study was tried
 */
public record ReadingResult(
    List<StudyOutcome> outcomes, List<Reason> leftAlone, List<Reason> refusals) {

  public ReadingResult {
    outcomes = List.copyOf(outcomes);
    leftAlone = List.copyOf(leftAlone);
    refusals = List.copyOf(refusals);
  }

  /** Whether something failed that should not have. */
  public boolean hasFault() {
    return outcomes.stream().anyMatch(StudyOutcome.StudyFailed.class::isInstance);
  }

  /** Whether anything was refused. */
  public boolean hasRefusal() {
    return !refusals.isEmpty()
        || outcomes.stream().anyMatch(StudyOutcome.StudyRefused.class::isInstance);
  }
}
