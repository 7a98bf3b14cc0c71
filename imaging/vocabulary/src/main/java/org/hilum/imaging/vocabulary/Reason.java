package org.hilum.imaging.vocabulary;

/**
 * Why something was refused, left out or could not be measured, in words a technologist can act on.
 *
 * @param code stable code
 * @param message one sentence: what is wrong and what to do next; ids, never names
 * @param where the attribute, slice, file or region concerned; empty when it is the whole input
 */
public record Reason(ReasonCode code, String message, String where) {

  /** A reason that concerns the whole input. */
  public static Reason of(ReasonCode code, String message) {
    return new Reason(code, message, "");
  }

  @Override
  public String toString() {
    return code.code() + " " + message + (where.isEmpty() ? "" : " (" + where + ")");
  }
}
