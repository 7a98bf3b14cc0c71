package org.hilum.imaging.dicom;

import org.hilum.imaging.dicom.pixels.NativePixels;
import org.hilum.imaging.vocabulary.Reason;

/** Decodes greyscale pixel data of any CT transfer syntax to stored values. */
public final class FrameDecoder {

  private FrameDecoder() {}

  /**
   * Decodes one frame.
   *
   * @param object an object parsed whole
   * @param frame from 0
   */
  public static FrameDecode decode(DicomObject object, int frame) {
    try {
      return new FrameDecode.Decoded(frame(object, frame));
    } catch (Unreadable unreadable) {
      return new FrameDecode.Undecodable(unreadable.reason());
    } catch (MalformedValueException malformed) {
      var where = Tag.name(malformed.tag());
      return new FrameDecode.Undecodable(
          new Reason(
              DicomReason.PIXEL_HEADER_UNUSABLE, "the value cannot be read as a number", where));
    }
  }

  private static StoredFrame frame(DicomObject object, int frame) {
    var pixelData =
        object
            .dataSet()
            .element(Tag.PIXEL_DATA)
            .orElseThrow(
                () ->
                    new Unreadable(
                        DicomReason.PIXELS_ABSENT,
                        "there is no pixel data",
                        Tag.name(Tag.PIXEL_DATA)));
    var header = PixelHeader.of(object.dataSet());
    if (frame < 0 || frame >= header.frames()) {
      throw new Unreadable(
          DicomReason.FRAME_ABSENT,
          "frame " + (frame + 1) + " of " + header.frames() + " does not exist",
          Tag.name(Tag.NUMBER_OF_FRAMES));
    }
    return switch (pixelData.value()) {
      case Element.Bytes plain -> {
        requireUncompressed(object.transferSyntaxUid());
        yield stored(header, plain.bytes(), frame);
      }
      case Element.Items items -> throw unknown(object.transferSyntaxUid());
      case Element.Fragments compressed -> decoded(object, header, compressed, frame);
    };
  }

  private static StoredFrame decoded(
      DicomObject object, PixelHeader header, Element.Fragments compressed, int frame) {
    var compression =
        TransferSyntax.of(object.transferSyntaxUid())
            .map(TransferSyntax::compression)
            .orElseThrow(() -> unknown(object.transferSyntaxUid()));
    var joined = FrameFragments.frame(object.dataSet(), compressed, frame, header.frames());
    return header.frame(CompressedFrame.decode(joined, compression, header));
  }

  /** Bytes that are not in fragments could be anything where the syntax says compressed. */
  private static void requireUncompressed(String syntax) {
    if (TransferSyntax.of(syntax).filter(TransferSyntax::isEncapsulated).isPresent()) {
      throw new Unreadable(
          DicomReason.CODESTREAM_DISAGREES,
          "the pixels do not lie in fragments, as the transfer syntax says: export it again",
          Tag.name(Tag.PIXEL_DATA));
    }
  }

  private static StoredFrame stored(PixelHeader header, byte[] bytes, int frame) {
    long length = header.cell().bytes(header.pixels());
    long start = frame * length;
    if (header.frames() * length > bytes.length) {
      throw new Unreadable(
          DicomReason.PIXELS_TOO_SHORT,
          "there are %d pixel bytes where %d frames need %d: send it again"
              .formatted(bytes.length, header.frames(), header.frames() * length),
          Tag.name(Tag.PIXEL_DATA));
    }
    var samples = NativePixels.unpack(bytes, start, header.pixels(), header.cell());
    return header.frame(samples);
  }

  private static Unreadable unknown(String syntax) {
    return new Unreadable(
        DicomReason.COMPRESSION_UNKNOWN,
        "the compression " + syntax + " is not read: export the object uncompressed",
        Tag.name(Tag.TRANSFER_SYNTAX_UID));
  }
}
