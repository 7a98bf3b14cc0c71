package org.hilum.imaging.intake.folder;

import java.util.List;
import java.util.Set;
import org.hilum.imaging.intake.IntakeReason;
import org.hilum.imaging.vocabulary.Reason;

/**
 * What became of a file in a watched folder.
 *
 * @param reasons of what was not taken
 * @param objects how many objects of it are safe
 * @param studies Study Instance UIDs of these
 */
public record Verdict(Shelf shelf, List<Reason> reasons, int objects, Set<String> studies) {

  public Verdict {
    reasons = List.copyOf(reasons);
    studies = Set.copyOf(studies);
  }

  /** Whether it could not be read, which may be so only for a while. */
  public boolean isUnreadable() {
    return reasons.size() == 1 && reasons.getFirst().code() == IntakeReason.UNREADABLE;
  }
}
