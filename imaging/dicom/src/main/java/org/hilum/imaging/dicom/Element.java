package org.hilum.imaging.dicom;

import java.util.List;

/**
 * One attribute of a data set: its tag, value representation and value.
 *
 * @param tag group and element, {@code 0xGGGGEEEE}
 * @param vr value representation
 * @param value raw bytes, items of a sequence, or fragments of encapsulated pixel data
 */
public record Element(int tag, Vr vr, Value value) {

  /** What an element holds. */
  public sealed interface Value {}

  /**
   * Plain bytes; binary numbers always little-endian, whatever the file's byte order was. Owned by
   * the element: never changed after construction.
   */
  public record Bytes(byte[] bytes) implements Value {}

  /** The items of a sequence. */
  public record Items(List<DataSet> items) implements Value {
    public Items {
      items = List.copyOf(items);
    }
  }

  /** Encapsulated pixel data (PS3.5 A.4): the fragments after the basic offset table. */
  public record Fragments(int[] offsets, List<byte[]> fragments) implements Value {
    public Fragments {
      fragments = List.copyOf(fragments);
    }
  }

  /** Plain bytes of the value; empty for sequences and encapsulated pixel data. */
  public byte[] bytes() {
    return value instanceof Bytes plain ? plain.bytes() : new byte[0];
  }
}
