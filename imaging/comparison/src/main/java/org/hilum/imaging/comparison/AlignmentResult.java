package org.hilum.imaging.comparison;

import java.util.List;
import org.hilum.imaging.vocabulary.Reason;

/** Two chests aligned, or why they could not be. */
public sealed interface AlignmentResult {

  /** The chests lie on each other. */
  record Aligned(Alignment alignment) implements AlignmentResult {}

  /**
   * They do not.
   *
   * @param attempt the best alignment that was reached, for a picture of what went wrong
   */
  record NotAligned(List<Reason> reasons, java.util.Optional<Alignment> attempt)
      implements AlignmentResult {
    public NotAligned {
      reasons = List.copyOf(reasons);
    }
  }
}
