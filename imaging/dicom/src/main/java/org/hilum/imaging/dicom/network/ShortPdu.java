package org.hilum.imaging.dicom.network;

/**
 * The units that say nothing more than that they came: release and abort (PS3.8 9.3.6 to 9.3.8).
 */
final class ShortPdu {

  /** Who aborts (PS3.8 table 9-26). */
  private static final int BY_USER = 0;

  private static final int BY_PROVIDER = 2;

  private ShortPdu() {}

  static byte[] releaseRequest() {
    return new ItemBytes().number32(0).pdu(PduType.RELEASE_REQUEST);
  }

  static byte[] releaseResponse() {
    return new ItemBytes().number32(0).pdu(PduType.RELEASE_RESPONSE);
  }

  static byte[] abort() {
    return new ItemBytes().octets(0, 0, BY_USER, 0).pdu(PduType.ABORT);
  }

  static byte[] abort(BrokenProtocolException.Reason reason) {
    return new ItemBytes().octets(0, 0, BY_PROVIDER, reason.code()).pdu(PduType.ABORT);
  }
}
