package org.hilum.imaging.dicom;

import org.hilum.imaging.vocabulary.Reason;

/** Ends the parsing of a file that cannot be trusted; caught once, in {@link DicomReader}. */
final class Unreadable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Reason reason;

  Unreadable(DicomReason code, String message, String where) {
    super(message, null, false, false);
    this.reason = new Reason(code, message, where);
  }

  Reason reason() {
    return reason;
  }
}
