package org.hilum.imaging.dicom.network;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Puts the bytes of items and PDUs together, numbers big-endian (PS3.8 9.3.1). */
final class ItemBytes {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  ItemBytes octets(int... values) {
    for (int value : values) {
      out.write(value);
    }
    return this;
  }

  ItemBytes number16(int value) {
    return octets(value >>> 8, value);
  }

  ItemBytes number32(long value) {
    return number16((int) (value >>> 16)).number16((int) value);
  }

  ItemBytes text(String text) {
    out.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
    return this;
  }

  ItemBytes bytes(byte[] bytes) {
    out.writeBytes(bytes);
    return this;
  }

  ItemBytes item(int type, ItemBytes content) {
    return octets(type, 0).number16(content.out.size()).bytes(content.toArray());
  }

  ItemBytes item(int type, String text) {
    return item(type, new ItemBytes().text(text));
  }

  byte[] toArray() {
    return out.toByteArray();
  }

  /** As a whole PDU. */
  byte[] pdu(PduType type) {
    return new ItemBytes()
        .octets(type.code(), 0)
        .number32(out.size())
        .bytes(out.toByteArray())
        .toArray();
  }
}
