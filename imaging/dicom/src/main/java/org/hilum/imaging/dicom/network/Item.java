package org.hilum.imaging.dicom.network;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.hilum.imaging.dicom.network.BrokenProtocolException.Reason;

/**
 * An item of an association PDU: type, reserved byte, length of two bytes, content (PS3.8 9.3.2).
 */
record Item(int type, ByteBuffer content) {

  static final int APPLICATION_CONTEXT = 0x10;
  static final int OFFERED_CONTEXT = 0x20;
  static final int ANSWERED_CONTEXT = 0x21;
  static final int ABSTRACT_SYNTAX = 0x30;
  static final int TRANSFER_SYNTAX = 0x40;
  static final int USER_INFORMATION = 0x50;
  static final int MOST_PDU_BYTES = 0x51;
  static final int IMPLEMENTATION_CLASS = 0x52;
  static final int ASYNCHRONOUS_WINDOW = 0x53;
  static final int ROLES = 0x54;
  static final int IMPLEMENTATION_VERSION = 0x55;

  private static final int HEADER_BYTES = 4;

  /** All items of a buffer. */
  static List<Item> all(ByteBuffer items) throws BrokenProtocolException {
    var all = new ArrayList<Item>();
    while (items.hasRemaining()) {
      require(items, HEADER_BYTES);
      int type = Byte.toUnsignedInt(items.get());
      items.get();
      int length = Short.toUnsignedInt(items.getShort());
      all.add(new Item(type, take(items, length)));
    }
    return all;
  }

  /** The next bytes as a buffer of their own. */
  static ByteBuffer take(ByteBuffer from, int length) throws BrokenProtocolException {
    require(from, length);
    var part = from.slice(from.position(), length);
    from.position(from.position() + length);
    return part;
  }

  /** Refuses a length that lies. */
  static void require(ByteBuffer buffer, int length) throws BrokenProtocolException {
    if (buffer.remaining() < length) {
      throw new BrokenProtocolException(
          Reason.INVALID_PARAMETER, "an item is longer than what holds it");
    }
  }

  /** The content as a UID or name, without the padding that some add. */
  String text() {
    return text(content.duplicate());
  }

  static String text(ByteBuffer content) {
    var text = StandardCharsets.ISO_8859_1.decode(content).toString();
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) <= ' ') {
      end--;
    }
    return text.substring(0, end).strip();
  }
}
