package org.hilum.imaging.dicom;

import org.hilum.imaging.vocabulary.Reason;

/**
 * An object as anybody can read it: uncompressed, Explicit VR Little Endian, text in UTF-8.
 *
 * <p>In: an object parsed whole. <br>
 * Refuses: what {@link FrameExtractor} cannot uncompress. Attributes stay as they are, with their
 * faults, but for those that say how pixels and text are encoded.
 */
public sealed interface PlainObject {

  /** It can be written by {@link DicomWriter}. */
  record Plain(DataSet dataSet) implements PlainObject {}

  /** Why it stays as it is. */
  record NotPlain(Reason reason) implements PlainObject {}

  /** Whether an object kept that way may be made plain; the pixels themselves have the last say. */
  static boolean isPossible(String transferSyntax) {
    return TransferSyntax.of(transferSyntax).isPresent();
  }

  /** Makes it plain. */
  static PlainObject of(DicomObject object) {
    var source = object.dataSet();
    var plain = DataSet.builder();
    for (var element : source.elements()) {
      boolean isGroupLength = (element.tag() & 0xFFFF) == 0;
      if (!isGroupLength && !(element.value() instanceof Element.Fragments)) {
        plain.copy(element.tag(), source);
      }
    }
    plain.text(Tag.SPECIFIC_CHARACTER_SET, Vr.CS, "ISO_IR 192");
    var pixels = source.element(Tag.PIXEL_DATA).map(Element::value);
    if (pixels.isPresent() && pixels.get() instanceof Element.Fragments) {
      return uncompressed(object, plain);
    }
    return new Plain(plain.build());
  }

  private static PlainObject uncompressed(DicomObject object, DataSetBuilder plain) {
    int frames = FrameExtractor.frames(object.dataSet());
    byte[] all = new byte[0];
    for (int frame = 0; frame < frames; frame++) {
      switch (FrameExtractor.uncompressed(object, frame)) {
        case FrameBytes.NotTaken(var reason) -> {
          return new NotPlain(reason);
        }
        case FrameBytes.Taken(var bytes) -> {
          long length = (long) bytes.length * frames;
          if (length > Integer.MAX_VALUE - 8) {
            return new NotPlain(
                Reason.of(DicomReason.TOO_LARGE, "uncompressed it has more than two gigabytes"));
          }
          if (frame == 0) {
            all = new byte[(int) length];
          }
          System.arraycopy(bytes, 0, all, frame * bytes.length, bytes.length);
        }
      }
    }
    boolean isByte = object.dataSet().integer(Tag.BITS_ALLOCATED).orElse(16) == 8;
    plain
        .remove(Tag.EXTENDED_OFFSET_TABLE)
        .remove(Tag.EXTENDED_OFFSET_TABLE_LENGTHS)
        .unsignedShort(Tag.BITS_ALLOCATED, isByte ? 8 : 16)
        .bytes(Tag.PIXEL_DATA, isByte ? Vr.OB : Vr.OW, all);
    if (TransferSyntax.of(object.transferSyntaxUid()).filter(TransferSyntax::isLossy).isPresent()) {
      plain.text(Tag.LOSSY_IMAGE_COMPRESSION, Vr.CS, "01");
    }
    return new Plain(plain.build());
  }
}
