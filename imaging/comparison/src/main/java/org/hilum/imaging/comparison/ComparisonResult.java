package org.hilum.imaging.comparison;

import java.util.List;
import java.util.Optional;
import org.hilum.imaging.vocabulary.Reason;

/** A comparison, or why there is none. */
public sealed interface ComparisonResult {

  /** The readings could be compared. */
  record Compared(Comparison comparison) implements ComparisonResult {}

  /**
   * They could not.
   *
   * @param reasons all of them
   * @param failedAlignment where alignment failed, what was reached, for a picture
   */
  record ComparisonRefused(List<Reason> reasons, Optional<FailedAlignment> failedAlignment)
      implements ComparisonResult {
    public ComparisonRefused {
      reasons = List.copyOf(reasons);
    }
  }

  /** An alignment that was not good enough, of these two readings. */
  record FailedAlignment(DatedReading prior, DatedReading current, Alignment alignment) {}
}
