package org.hilum.epidemic.bulletin;

/** Why something that was asked of the bulletin desk is not done. */
public enum BulletinReason {
  NO_BULLETIN(
      "BUL-001",
      "There is no bulletin of this source or place. Look at the list of sources, or send counts."),
  COUNTS_REFUSED("BUL-002", "The counts were refused. Correct what the words name and send again."),
  REQUEST_MALFORMED("BUL-003", "The request is not understood. Correct what the words name.");

  private final String code;
  private final String meaning;

  BulletinReason(String code, String meaning) {
    this.code = code;
    this.meaning = meaning;
  }

  /** Stable code. */
  public String code() {
    return code;
  }

  /** What it means and what to do about it. */
  public String meaning() {
    return meaning;
  }
}
