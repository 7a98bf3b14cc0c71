package org.hilum.imaging.dicom;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** Puts a {@link DataSet} together; a later value of the same tag replaces an earlier one. */
public final class DataSetBuilder {

  private final TreeMap<Integer, Element> elements = new TreeMap<>(Integer::compareUnsigned);
  private final Set<Integer> carried = new HashSet<>();
  private CharacterSet characterSet;

  DataSetBuilder(CharacterSet characterSet) {
    this.characterSet = characterSet;
  }

  /** Sets the character set in which text put from now on is encoded and read. */
  public DataSetBuilder characterSet(CharacterSet set) {
    this.characterSet = set;
    return this;
  }

  /** Puts an element as it is. */
  public DataSetBuilder put(Element element) {
    elements.put(element.tag(), element);
    carried.remove(element.tag());
    return this;
  }

  /** Puts text values; none at all makes an attribute without value. */
  public DataSetBuilder text(int tag, Vr vr, String... values) {
    var bytes = Values.encodeText(vr, values, characterSet);
    return put(new Element(tag, vr, new Element.Bytes(bytes)));
  }

  /** Puts a UID. */
  public DataSetBuilder uid(int tag, Uid uid) {
    return text(tag, Vr.UI, uid.value());
  }

  /** Puts an attribute without value (type 2 of PS3.5 7.4.3). */
  public DataSetBuilder empty(int tag, Vr vr) {
    return vr == Vr.SQ
        ? items(tag, List.of())
        : put(new Element(tag, vr, new Element.Bytes(new byte[0])));
  }

  /** Puts decimal strings of at most 16 characters each (PS3.5 6.2, DS). */
  public DataSetBuilder decimal(int tag, double... values) {
    var texts = new String[values.length];
    for (int n = 0; n < values.length; n++) {
      texts[n] = Values.decimalString(values[n]);
    }
    return text(tag, Vr.DS, texts);
  }

  /** Puts integer strings. */
  public DataSetBuilder integerString(int tag, int... values) {
    var texts = new String[values.length];
    for (int n = 0; n < values.length; n++) {
      texts[n] = Integer.toString(values[n]);
    }
    return text(tag, Vr.IS, texts);
  }

  /** Puts unsigned 16-bit numbers. */
  public DataSetBuilder unsignedShort(int tag, int... values) {
    var buffer = ByteBuffer.allocate(2 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (int value : values) {
      buffer.putShort((short) value);
    }
    return bytes(tag, Vr.US, buffer.array());
  }

  /** Puts unsigned 32-bit numbers. */
  public DataSetBuilder unsignedLong(int tag, long... values) {
    var buffer = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (long value : values) {
      buffer.putInt((int) value);
    }
    return bytes(tag, Vr.UL, buffer.array());
  }

  /** Puts double precision numbers. */
  public DataSetBuilder doubles(int tag, double... values) {
    var buffer = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (double value : values) {
      buffer.putDouble(value);
    }
    return bytes(tag, Vr.FD, buffer.array());
  }

  /** Puts single precision numbers. */
  public DataSetBuilder floats(int tag, float... values) {
    var buffer = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (float value : values) {
      buffer.putFloat(value);
    }
    return bytes(tag, Vr.FL, buffer.array());
  }

  /** Puts attribute tags (AT). */
  public DataSetBuilder tags(int tag, int... values) {
    var buffer = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (int value : values) {
      buffer.putShort((short) (value >>> 16)).putShort((short) value);
    }
    return bytes(tag, Vr.AT, buffer.array());
  }

  /** Puts plain bytes, binary numbers little-endian. */
  public DataSetBuilder bytes(int tag, Vr vr, byte[] bytes) {
    return put(new Element(tag, vr, new Element.Bytes(bytes)));
  }

  /** Puts a sequence. */
  public DataSetBuilder items(int tag, List<DataSet> items) {
    return put(new Element(tag, Vr.SQ, new Element.Items(items)));
  }

  /** Puts a sequence of the given items. */
  public DataSetBuilder items(int tag, DataSet... items) {
    return items(tag, List.of(items));
  }

  /**
   * Takes an element over from another data set, if that one has it: its text exactly as it was, in
   * this one's character set. What breaks its value representation there does so here.
   */
  public DataSetBuilder copy(int tag, DataSet from) {
    from.element(tag).ifPresent(element -> carry(Values.recoded(element, from, characterSet)));
    return this;
  }

  private void carry(Element element) {
    put(element);
    carried.add(element.tag());
  }

  /** Leaves an attribute out. */
  public DataSetBuilder remove(int tag) {
    elements.remove(tag);
    return this;
  }

  /** The data set put together so far. */
  public DataSet build() {
    var copy = new TreeMap<Integer, Element>(Integer::compareUnsigned);
    copy.putAll(elements);
    return new DataSet(copy, characterSet, Set.copyOf(carried));
  }
}
