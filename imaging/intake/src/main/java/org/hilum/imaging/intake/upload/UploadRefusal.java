package org.hilum.imaging.intake.upload;

import java.util.OptionalLong;
import org.hilum.imaging.intake.IntakeReason;

/** A request about an upload cannot be granted; caught where the request came in. */
public final class UploadRefusal extends Exception {

  private static final long serialVersionUID = 1L;
  private static final long UNKNOWN = -1;

  private final IntakeReason code;
  private final String words;
  private final long here;

  private UploadRefusal(IntakeReason code, String words, long here) {
    super(code.code() + " " + words);
    this.code = code;
    this.words = words;
    this.here = here;
  }

  /** With a sentence a technologist can act on. */
  public static UploadRefusal of(IntakeReason code, String words) {
    return new UploadRefusal(code, words, UNKNOWN);
  }

  static UploadRefusal goOnFrom(long offset, IntakeReason code, String words) {
    return new UploadRefusal(code, words, offset);
  }

  /** Why. */
  public IntakeReason code() {
    return code;
  }

  /** What is wrong and what to do. */
  public String words() {
    return words;
  }

  /** From which byte to go on, where that is the answer. */
  public OptionalLong offset() {
    return here == UNKNOWN ? OptionalLong.empty() : OptionalLong.of(here);
  }
}
