package org.hilum.imaging.dicom;

import java.util.ArrayList;
import java.util.Arrays;

/** Reads encapsulated pixel data: the basic offset table, then the fragments (PS3.5 A.4). */
final class FragmentParser {

  private final ElementHeaderParser headers;
  private final ValueBytes values;

  FragmentParser(ElementHeaderParser headers, ValueBytes values) {
    this.headers = headers;
    this.values = values;
  }

  /** The fragments, and the place after them. */
  record Read(Element.Fragments fragments, long next) {}

  Read read(ElementHeader header, Encoding encoding) {
    var items = new ArrayList<byte[]>();
    long next = header.valueAt();
    while (true) {
      var item = headers.read(next, encoding, false);
      if (item.tag() == ElementHeader.SEQUENCE_DELIMITER) {
        return new Read(fragments(items, encoding), item.valueAt());
      }
      if (item.tag() != ElementHeader.ITEM || item.isUndefined()) {
        throw new Unreadable(
            DicomReason.STRUCTURE_BROKEN,
            "compressed pixel data holds something that is no fragment: export the object again",
            Tag.name(header.tag()));
      }
      values.countPart();
      items.add(values.of(item));
      next = item.valueAt() + item.length();
    }
  }

  private static Element.Fragments fragments(ArrayList<byte[]> items, Encoding encoding) {
    if (items.isEmpty()) {
      return new Element.Fragments(new int[0], items);
    }
    var offsets = offsets(items.getFirst(), encoding.bigEndian());
    return new Element.Fragments(offsets, items.subList(1, items.size()));
  }

  private static int[] offsets(byte[] table, boolean bigEndian) {
    var offsets = new int[table.length / 4];
    Arrays.setAll(
        offsets,
        n -> {
          int value = 0;
          for (int b = 0; b < 4; b++) {
            value = value << 8 | table[4 * n + (bigEndian ? b : 3 - b)] & 0xFF;
          }
          return value;
        });
    return offsets;
  }
}
