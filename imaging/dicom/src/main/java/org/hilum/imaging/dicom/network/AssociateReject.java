package org.hilum.imaging.dicom.network;

import java.nio.ByteBuffer;

/** A-ASSOCIATE-RJ: how lastingly, by whom and why an association is refused (PS3.8 table 9-21). */
record AssociateReject(int result, int source, int reason) {

  static final AssociateReject APPLICATION_CONTEXT_NOT_SUPPORTED = new AssociateReject(1, 1, 2);
  static final AssociateReject CALLING_TITLE_NOT_RECOGNIZED = new AssociateReject(1, 1, 3);
  static final AssociateReject CALLED_TITLE_NOT_RECOGNIZED = new AssociateReject(1, 1, 7);
  static final AssociateReject PROTOCOL_VERSION_NOT_SUPPORTED = new AssociateReject(1, 2, 2);
  static final AssociateReject TEMPORARY_CONGESTION = new AssociateReject(2, 3, 1);
  static final AssociateReject LOCAL_LIMIT_EXCEEDED = new AssociateReject(2, 3, 2);

  static AssociateReject parse(byte[] body) throws BrokenProtocolException {
    var buffer = ByteBuffer.wrap(body);
    Item.require(buffer, 4);
    return new AssociateReject(
        Byte.toUnsignedInt(buffer.get(1)),
        Byte.toUnsignedInt(buffer.get(2)),
        Byte.toUnsignedInt(buffer.get(3)));
  }

  byte[] bytes() {
    return new ItemBytes().octets(0, result, source, reason).pdu(PduType.ASSOCIATE_REJECT);
  }

  boolean isTransient() {
    return result == 2;
  }

  /** For people. */
  String words() {
    return switch (100 * source + reason) {
      case 102 -> "the application context is not supported";
      case 103 -> "the calling AE title is not known";
      case 107 -> "the called AE title is not known";
      case 202 -> "the protocol version is not supported";
      case 301 -> "temporary congestion";
      case 302 -> "as many associations as there may be are open";
      default -> "no reason given (source " + source + ", reason " + reason + ")";
    };
  }
}
