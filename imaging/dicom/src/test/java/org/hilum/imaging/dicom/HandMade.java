package org.hilum.imaging.dicom;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Bytes of an association put together by hand, as a peer might send them. */
final class HandMade {

  private HandMade() {}

  /** A-ASSOCIATE-RQ for CT in Explicit VR Little Endian as context 1. */
  static byte[] request() {
    var context =
        bytes(
            new byte[] {1, 0, 0, 0},
            item(0x30, text(SentFile.CT)),
            item(0x40, text(TransferSyntax.EXPLICIT_LITTLE_ENDIAN.uid())));
    var body =
        bytes(
            new byte[] {0, 1, 0, 0},
            text("HILUM           "),
            text("BYHAND          "),
            new byte[32],
            item(0x10, text("1.2.840.10008.3.1.1.1")),
            item(0x20, context),
            item(0x50, item(0x51, new byte[] {0, 0, 0x40, 0})));
    return bytes(new byte[] {1, 0, 0, 0, (byte) (body.length >> 8), (byte) body.length}, body);
  }

  /** A C-STORE-RQ and the first hundred bytes of a data set. */
  static byte[] halfAnObject() {
    var command =
        bytes(
            element(0x0002, text(SentFile.CT + "\0")),
            element(0x0100, new byte[] {1, 0}),
            element(0x0110, new byte[] {1, 0}),
            element(0x0700, new byte[] {0, 0}),
            element(0x0800, new byte[] {0, 0}),
            element(0x1000, text("2.25.77.9\0")));
    return bytes(data(3, command), data(0, new byte[100]));
  }

  private static byte[] data(int control, byte[] fragment) {
    int length = fragment.length + 2;
    return bytes(
        new byte[] {4, 0, 0, 0, 0, (byte) (length + 4), 0, 0, 0, (byte) length, 1, (byte) control},
        fragment);
  }

  private static byte[] element(int element, byte[] value) {
    return bytes(
        new byte[] {0, 0, (byte) element, (byte) (element >> 8), (byte) value.length, 0, 0, 0},
        value);
  }

  private static byte[] item(int type, byte[] content) {
    return bytes(new byte[] {(byte) type, 0, 0, (byte) content.length}, content);
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] bytes(byte[]... parts) {
    var all = new ByteArrayOutputStream();
    for (var part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
