package org.hilum.imaging.worklist;

import org.hilum.imaging.vocabulary.Reason;

/**
 * Why a case is where it is.
 *
 * @param code as {@code ./hilum explain} knows it; empty for a fault
 * @param where attribute, slice or file; may be empty
 */
public record CaseReason(String code, String message, String where) {

  /** The same reason. */
  public static CaseReason of(Reason reason) {
    return new CaseReason(reason.code().code(), reason.message(), reason.where());
  }

  /** A fault, or a person's words. */
  public static CaseReason of(String words) {
    return new CaseReason("", words, "");
  }
}
