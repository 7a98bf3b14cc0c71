package org.hilum.imaging.dicom.network;

import java.io.IOException;

/** The peer sent what the upper layer does not allow; carries the reason for the A-ABORT. */
public final class BrokenProtocolException extends IOException {

  private static final long serialVersionUID = 1;

  /** Reasons of an abort by the provider (PS3.8 table 9-26). */
  public enum Reason {
    NOT_SPECIFIED(0),
    UNRECOGNIZED_PDU(1),
    UNEXPECTED_PDU(2),
    UNEXPECTED_PARAMETER(5),
    INVALID_PARAMETER(6);

    private final int code;

    Reason(int code) {
      this.code = code;
    }

    /** As written in the PDU. */
    int code() {
      return code;
    }
  }

  private final Reason reason;

  BrokenProtocolException(Reason reason, String words) {
    super(words);
    this.reason = reason;
  }

  /** Why. */
  Reason reason() {
    return reason;
  }
}
