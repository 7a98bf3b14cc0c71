package org.hilum.imaging.worklist;

import java.time.Instant;

/**
 * How far the radiologist's report of a case is.
 *
 * @param by account that changed it last; empty where nobody has
 * @param at when it was changed last
 * @param version of the reading that it rests on; 0 for none
 */
public record ReportMark(State state, String by, Instant at, boolean isCritical, int version) {

  /** Nobody has begun. */
  public static final ReportMark NONE = new ReportMark(State.NONE, "", Instant.EPOCH, false, 0);

  /** How far. */
  public enum State {
    NONE,
    DRAFT,
    SIGNED,
    WITHDRAWN
  }

  /** Whether something is there that the signature knew nothing of. */
  public boolean isOutdated(int readingVersion, Instant lastImageAt) {
    return state == State.SIGNED && (readingVersion > version || lastImageAt.isAfter(at));
  }
}
