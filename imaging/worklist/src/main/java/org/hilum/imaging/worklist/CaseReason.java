package org.hilum.imaging.worklist;

import java.util.Set;
import org.hilum.imaging.vocabulary.Reason;

/**
 * Why a case is where it is.
 *
 * @param code as {@code ./hilum explain} knows it
 * @param where attribute, slice or file; may be empty
 */
public record CaseReason(String code, String message, String where) {

  private static final Set<String> WHY_ONCE_MORE =
      Set.of(
          WorklistReason.LATE_IMAGES.code(),
          WorklistReason.ANOTHER_SERIES.code(),
          WorklistReason.READ_AGAIN.code());

  /** The same reason. */
  public static CaseReason of(Reason reason) {
    return new CaseReason(reason.code().code(), reason.message(), reason.where());
  }

  /** In words of its own. */
  public static CaseReason of(WorklistReason reason, String words) {
    return new CaseReason(reason.code(), words, "");
  }

  /** Whether it says why a case that was read is read once more: it stays with the new version. */
  public boolean saysWhyOnceMore() {
    return WHY_ONCE_MORE.contains(code);
  }
}
