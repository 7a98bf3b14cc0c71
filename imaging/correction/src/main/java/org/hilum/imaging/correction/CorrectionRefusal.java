package org.hilum.imaging.correction;

/** Something asked of a correction is not done, for a reason. */
public final class CorrectionRefusal extends Exception {

  private static final long serialVersionUID = 1L;

  private final CorrectionReason reason;

  public CorrectionRefusal(CorrectionReason reason, String words) {
    super(words);
    this.reason = reason;
  }

  public CorrectionReason reason() {
    return reason;
  }

  /** Why, in words for a person. */
  public String words() {
    return String.valueOf(getMessage());
  }
}
