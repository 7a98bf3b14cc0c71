package org.hilum.epidemic.surveillance;

/**
 * What was refused, corrected or is unusual about counts, in words a health officer can act on.
 *
 * @param reason stable code
 * @param message one sentence: what was found, what was made of it
 * @param where place, measure and dates, or file and line; empty when it is the whole input
 */
public record Remark(SurveillanceReason reason, String message, String where) {

  @Override
  public String toString() {
    return reason.code() + " " + message + (where.isEmpty() ? "" : " (" + where + ")");
  }
}
