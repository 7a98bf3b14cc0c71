package org.hilum.imaging.worklist;

/**
 * How urgent a case is, and why: a flag beside it, which never hides or removes another.
 *
 * @param reason in words, with the number that decided; empty for routine
 * @param by account, {@code sender} or {@code hilum}; empty for routine
 */
public record Urgency(UrgencyLevel level, String reason, String by) {

  /** Says that the program found it. */
  public static final String PROGRAM = "hilum";

  /** Says that whoever sent the images asked for it. */
  public static final String SENDER = "sender";

  /** Nothing speaks for more. */
  public static final Urgency ROUTINE = new Urgency(UrgencyLevel.ROUTINE, "", "");

  /** The more urgent of two; of equals this one. */
  public Urgency or(Urgency other) {
    return other.level.compareTo(level) > 0 ? other : this;
  }
}
