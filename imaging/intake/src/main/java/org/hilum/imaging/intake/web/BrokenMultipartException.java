package org.hilum.imaging.intake.web;

import java.io.IOException;
import org.hilum.imaging.intake.IntakeReason;
import org.hilum.imaging.vocabulary.Reason;

/** The parts of a request cannot be told apart any further. */
final class BrokenMultipartException extends IOException {

  private static final long serialVersionUID = 1L;

  private final IntakeReason code;
  private final String words;

  BrokenMultipartException(IntakeReason code, String message) {
    super(message);
    this.code = code;
    this.words = message;
  }

  /** Why: broken, or larger than is taken. */
  Reason reason() {
    return Reason.of(code, words);
  }
}
