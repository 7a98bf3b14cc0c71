package org.hilum.imaging.dicom.network;

import org.hilum.imaging.dicom.network.BrokenProtocolException.Reason;

/** The seven protocol data units (PS3.8 9.3). */
enum PduType {
  ASSOCIATE_REQUEST(1),
  ASSOCIATE_ACCEPT(2),
  ASSOCIATE_REJECT(3),
  DATA(4),
  RELEASE_REQUEST(5),
  RELEASE_RESPONSE(6),
  ABORT(7);

  private static final PduType[] BY_CODE = values();

  private final int code;

  PduType(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }

  static PduType of(int code) throws BrokenProtocolException {
    if (code < 1 || code > BY_CODE.length) {
      throw new BrokenProtocolException(
          Reason.UNRECOGNIZED_PDU, "what arrived is no DICOM: a unit of type " + code);
    }
    return BY_CODE[code - 1];
  }
}
