package org.hilum.imaging.dicom;

import org.hilum.imaging.dicom.source.ByteSource;

/**
 * Takes the bytes of values out of a source, and refuses those that are not there.
 *
 * <p>Limits: {@value #MOST_PARTS} elements, items and fragments in one file; two gigabytes a value.
 */
final class ValueBytes {

  /** An Enhanced CT of five thousand frames has about half a million. */
  private static final int MOST_PARTS = 2_000_000;

  private final ByteSource source;
  private int parts;

  ValueBytes(ByteSource source) {
    this.source = source;
  }

  /** The bytes of a value of known length. */
  byte[] of(ElementHeader header) {
    require(header);
    if (header.length() > Integer.MAX_VALUE - 8) {
      throw new Unreadable(
          DicomReason.TOO_LARGE, "a value of more than two gigabytes", Tag.name(header.tag()));
    }
    return source.bytes(header.valueAt(), (int) header.length());
  }

  /** Refuses a value that is longer than what is left of the file. */
  void require(ElementHeader header) {
    if (!source.has(header.valueAt(), header.length())) {
      throw new Unreadable(
          DicomReason.ENDS_EARLY,
          "the file ends in the middle of its content: send it again",
          Tag.name(header.tag()));
    }
  }

  /** Counts an element, item or fragment, so that a file of nothing else cannot fill the memory. */
  void countPart() {
    if (++parts > MOST_PARTS) {
      throw new Unreadable(
          DicomReason.TOO_MANY_PARTS, "more than " + MOST_PARTS + " elements and items", "");
    }
  }
}
