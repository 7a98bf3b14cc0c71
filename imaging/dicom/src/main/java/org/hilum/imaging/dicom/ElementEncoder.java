package org.hilum.imaging.dicom;

import java.io.IOException;
import java.io.OutputStream;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * Writes elements in Explicit or Implicit VR Little Endian (PS3.5 7.1), sequences with defined
 * lengths.
 */
final class ElementEncoder {

  private static final int SHORT_HEADER_BYTES = 8;
  private static final int LONG_HEADER_BYTES = 12;
  private static final long LONGEST_SHORT_VALUE = 0xFFFE;
  private static final long LONGEST_VALUE = 0xFFFFFFFEL;

  private final OutputStream out;
  private final boolean explicit;
  private final Map<DataSet, Long> itemLengths = new IdentityHashMap<>();

  ElementEncoder(OutputStream out) {
    this(out, true);
  }

  ElementEncoder(OutputStream out, boolean explicit) {
    this.out = out;
    this.explicit = explicit;
  }

  /** Bytes that the elements of a data set take. */
  static long length(DataSet dataSet) {
    return new ElementEncoder(OutputStream.nullOutputStream()).measured(dataSet);
  }

  void dataSet(DataSet dataSet) throws IOException {
    for (var element : dataSet.elements()) {
      element(element);
    }
  }

  private void element(Element element) throws IOException {
    switch (element.value()) {
      case Element.Bytes plain -> plain(element, plain.bytes());
      case Element.Items sequence -> sequence(element, sequence);
      case Element.Fragments compressed ->
          throw new IllegalArgumentException(
              Tag.name(element.tag()) + ": compressed pixel data is not written");
    }
  }

  private void plain(Element element, byte[] bytes) throws IOException {
    long padded = padded(bytes.length);
    header(element.tag(), written(element.vr(), padded), padded);
    out.write(bytes);
    if (padded > bytes.length) {
      out.write(padding(element.vr()));
    }
  }

  /** What is too long for a length of two bytes is written as UN (PS3.5 6.2.2 note 4). */
  private static Vr written(Vr vr, long length) {
    return vr.hasLongLength() || length <= LONGEST_SHORT_VALUE ? vr : Vr.UN;
  }

  /** Text is padded with a space, a UID and bytes with zero (PS3.5 6.2). */
  private static int padding(Vr vr) {
    return vr.isText() && vr != Vr.UI ? ' ' : 0;
  }

  private void sequence(Element element, Element.Items sequence) throws IOException {
    header(element.tag(), Vr.SQ, measured(sequence));
    for (var item : sequence.items()) {
      tag(ElementHeader.ITEM);
      number(measured(item), 4);
      dataSet(item);
    }
  }

  private void header(int tag, Vr vr, long length) throws IOException {
    tag(tag);
    if (!explicit) {
      number(checked(tag, length, LONGEST_VALUE), 4);
      return;
    }
    out.write(vr.name().charAt(0));
    out.write(vr.name().charAt(1));
    if (vr.hasLongLength()) {
      number(0, 2);
      number(checked(tag, length, LONGEST_VALUE), 4);
    } else {
      number(checked(tag, length, LONGEST_SHORT_VALUE), 2);
    }
  }

  private static long checked(int tag, long length, long longest) {
    if (length > longest) {
      throw new IllegalArgumentException(Tag.name(tag) + ": longer than the element can be");
    }
    return length;
  }

  private void tag(int tag) throws IOException {
    number(tag >>> 16, 2);
    number(tag & 0xFFFF, 2);
  }

  private void number(long value, int bytes) throws IOException {
    for (int n = 0; n < bytes; n++) {
      out.write((int) (value >>> 8 * n) & 0xFF);
    }
  }

  private static long padded(long length) {
    return length + (length & 1);
  }

  private long measured(DataSet dataSet) {
    var known = itemLengths.get(dataSet);
    if (known != null) {
      return known;
    }
    long total = 0;
    for (var element : dataSet.elements()) {
      long length =
          element.value() instanceof Element.Items sequence
              ? measured(sequence)
              : padded(element.bytes().length);
      boolean hasLongLength = explicit && written(element.vr(), length).hasLongLength();
      total += length + (hasLongLength ? LONG_HEADER_BYTES : SHORT_HEADER_BYTES);
    }
    itemLengths.put(dataSet, total);
    return total;
  }

  private long measured(Element.Items sequence) {
    long total = 0;
    for (var item : sequence.items()) {
      total += SHORT_HEADER_BYTES + measured(item);
    }
    return total;
  }
}
