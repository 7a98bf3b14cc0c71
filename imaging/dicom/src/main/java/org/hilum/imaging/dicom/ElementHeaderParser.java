package org.hilum.imaging.dicom;

import java.util.Optional;
import org.hilum.imaging.dicom.source.ByteSource;

/** Reads what stands before the value of an element (PS3.5 7.1), in any encoding. */
final class ElementHeaderParser {

  private static final int SHORT_HEADER_BYTES = 8;
  private static final int LONG_HEADER_BYTES = 12;

  private final ByteSource source;
  private final Deviations deviations;

  ElementHeaderParser(ByteSource source, Deviations deviations) {
    this.source = source;
    this.deviations = deviations;
  }

  /** The tag at a place; the caller has made sure of four bytes. */
  int tag(long at, Encoding encoding) {
    return source.unsignedShort(at, encoding.bigEndian()) << 16
        | source.unsignedShort(at + 2, encoding.bigEndian());
  }

  /** The header at a place. */
  ElementHeader read(long at, Encoding encoding, boolean signedPixels) {
    need(at, SHORT_HEADER_BYTES);
    int tag = tag(at, encoding);
    if (tag >>> 16 == 0xFFFE) {
      long length = source.unsignedInt(at + 4, encoding.bigEndian());
      return new ElementHeader(tag, Vr.UN, length, at + SHORT_HEADER_BYTES, encoding);
    }
    if (!encoding.explicit()) {
      long length = source.unsignedInt(at + 4, encoding.bigEndian());
      return new ElementHeader(
          tag, implicitVr(tag, length, signedPixels), length, at + SHORT_HEADER_BYTES, encoding);
    }
    var written = StandardVr.named(source.octet(at + 4), source.octet(at + 5));
    return written.isPresent()
        ? explicit(at, tag, written.get(), encoding, signedPixels)
        : unknownVr(at, tag, encoding, signedPixels);
  }

  private static Vr implicitVr(int tag, long length, boolean signedPixels) {
    return StandardVr.of(tag, signedPixels)
        .orElse(length == ElementHeader.UNDEFINED ? Vr.SQ : Vr.UN);
  }

  private ElementHeader explicit(
      long at, int tag, Vr written, Encoding encoding, boolean signedPixels) {
    boolean hasLongLength = written.hasLongLength();
    if (hasLongLength) {
      need(at, LONG_HEADER_BYTES);
    }
    long length =
        hasLongLength
            ? source.unsignedInt(at + 8, encoding.bigEndian())
            : source.unsignedShort(at + 6, encoding.bigEndian());
    long valueAt = at + (hasLongLength ? LONG_HEADER_BYTES : SHORT_HEADER_BYTES);
    if (written == Vr.UN) {
      return unknownContent(tag, length, valueAt, signedPixels);
    }
    var vr = StandardVr.allows(tag, written) ? written : replaced(tag, written, signedPixels);
    return new ElementHeader(tag, vr, length, valueAt, encoding);
  }

  /** UN holds what Implicit VR Little Endian would hold (PS3.5 6.2.2 note 2). */
  private static ElementHeader unknownContent(
      int tag, long length, long valueAt, boolean signedPixels) {
    return new ElementHeader(
        tag, implicitVr(tag, length, signedPixels), length, valueAt, Encoding.IMPLICIT_LITTLE);
  }

  /** Text that is written as plain bytes is read as the text that the standard says it is. */
  private Vr replaced(int tag, Vr written, boolean signedPixels) {
    deviations.add(
        DicomReason.VR_DEVIATES, "value representation " + written + " is not the standard's", tag);
    var standard = StandardVr.of(tag, signedPixels).orElse(written);
    boolean plainBytes = written == Vr.OB || written == Vr.OW;
    return plainBytes && standard.isText() ? standard : written;
  }

  /**
   * A representation that does not exist is replaced by the dictionary's. Whether its length has
   * two or four bytes cannot be known: the form after which another element begins is taken.
   */
  private ElementHeader unknownVr(long at, int tag, Encoding encoding, boolean signedPixels) {
    deviations.add(DicomReason.VR_UNKNOWN, "the value representation does not exist", tag);
    var vr = StandardVr.of(tag, signedPixels).orElse(Vr.UN);
    var shortForm =
        new ElementHeader(
            tag,
            vr,
            source.unsignedShort(at + 6, encoding.bigEndian()),
            at + SHORT_HEADER_BYTES,
            encoding);
    var longForm = longForm(at, tag, vr, encoding);
    var implicitForm =
        new ElementHeader(
            tag,
            vr,
            source.unsignedInt(at + 4, encoding.bigEndian()),
            at + SHORT_HEADER_BYTES,
            encoding);
    if (longForm.isPresent() && (vr.hasLongLength() || !leadsOn(shortForm, encoding))) {
      if (leadsOn(longForm.get(), encoding)) {
        return longForm.get();
      }
    }
    return !leadsOn(shortForm, encoding) && leadsOn(implicitForm, encoding)
        ? implicitForm
        : shortForm;
  }

  private Optional<ElementHeader> longForm(long at, int tag, Vr vr, Encoding encoding) {
    if (!source.has(at, LONG_HEADER_BYTES)) {
      return Optional.empty();
    }
    long length = source.unsignedInt(at + 8, encoding.bigEndian());
    return Optional.of(new ElementHeader(tag, vr, length, at + LONG_HEADER_BYTES, encoding));
  }

  /** Whether an element of a later tag, or the end, follows where this one would end. */
  private boolean leadsOn(ElementHeader header, Encoding encoding) {
    long end = header.valueAt() + header.length();
    if (header.isUndefined() || !source.has(header.valueAt(), header.length())) {
      return false;
    }
    if (!source.has(end, SHORT_HEADER_BYTES)) {
      return !source.has(end, 1);
    }
    int next = tag(end, encoding);
    return Integer.compareUnsigned(next, header.tag()) > 0
        && next >>> 16 <= (header.tag() >>> 16) + 0x100;
  }

  private void need(long at, int length) {
    if (!source.has(at, length)) {
      throw new Unreadable(
          DicomReason.ENDS_EARLY, "the file ends in the middle of its content: send it again", "");
    }
  }
}
