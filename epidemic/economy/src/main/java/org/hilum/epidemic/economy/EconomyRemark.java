package org.hilum.epidemic.economy;

/**
 * What was refused or is unusual about economic figures, in words.
 *
 * @param reason stable code
 * @param message one sentence
 * @param where file and line, or place and quarter; empty when it is the whole
 */
public record EconomyRemark(EconomyReason reason, String message, String where) {

  @Override
  public String toString() {
    return reason.code() + " " + message + (where.isEmpty() ? "" : " (" + where + ")");
  }
}
