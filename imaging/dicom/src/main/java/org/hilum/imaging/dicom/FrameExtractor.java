package org.hilum.imaging.dicom;

import java.util.Arrays;
import org.hilum.imaging.vocabulary.Reason;

/**
 * Takes frames out of an object as bytes: as they are kept, or uncompressed.
 *
 * <p>In: an object parsed whole. <br>
 * Refuses: frames that are not there, compressed colour to be uncompressed, pixels too short.
 */
public final class FrameExtractor {

  private FrameExtractor() {}

  /**
   * A frame as it is kept.
   *
   * @param frame from 0
   */
  public static FrameBytes kept(DicomObject object, int frame) {
    return taken(() -> keptBytes(object, frame));
  }

  /**
   * A frame without compression, 8 or 16 bits a sample with the lowest byte first; uncompressed
   * pixels of any kind are as they are.
   *
   * @param frame from 0
   */
  public static FrameBytes uncompressed(DicomObject object, int frame) {
    return taken(() -> uncompressedBytes(object, frame));
  }

  /** The number of frames; 1 where nothing usable is said. */
  public static int frames(DataSet dataSet) {
    try {
      return Math.max(1, dataSet.integer(Tag.NUMBER_OF_FRAMES).orElse(1));
    } catch (MalformedValueException malformed) {
      return 1;
    }
  }

  private static FrameBytes taken(java.util.function.Supplier<byte[]> bytes) {
    try {
      return new FrameBytes.Taken(bytes.get());
    } catch (Unreadable unreadable) {
      return new FrameBytes.NotTaken(unreadable.reason());
    } catch (MalformedValueException malformed) {
      return new FrameBytes.NotTaken(
          new Reason(
              DicomReason.PIXEL_HEADER_UNUSABLE,
              "the value cannot be read as a number",
              Tag.name(malformed.tag())));
    }
  }

  private static byte[] keptBytes(DicomObject object, int frame) {
    return switch (pixels(object, frame).value()) {
      case Element.Bytes plain -> slice(object.dataSet(), plain.bytes(), frame);
      case Element.Fragments compressed ->
          FrameFragments.frame(object.dataSet(), compressed, frame, frames(object.dataSet()));
      case Element.Items items -> throw absent();
    };
  }

  private static byte[] uncompressedBytes(DicomObject object, int frame) {
    var pixels = pixels(object, frame);
    if (pixels.value() instanceof Element.Bytes plain) {
      return slice(object.dataSet(), plain.bytes(), frame);
    }
    return switch (FrameDecoder.decode(object, frame)) {
      case FrameDecode.Decoded(var stored) -> cells(stored, PixelHeader.of(object.dataSet()));
      case FrameDecode.Undecodable(var reason) ->
          throw new Unreadable((DicomReason) reason.code(), reason.message(), reason.where());
    };
  }

  private static Element pixels(DicomObject object, int frame) {
    int frames = frames(object.dataSet());
    if (frame < 0 || frame >= frames) {
      throw new Unreadable(
          DicomReason.FRAME_ABSENT,
          "frame " + (frame + 1) + " of " + frames + " does not exist",
          Tag.name(Tag.NUMBER_OF_FRAMES));
    }
    return object
        .dataSet()
        .element(Tag.PIXEL_DATA)
        .or(() -> object.dataSet().element(Tag.FLOAT_PIXEL_DATA))
        .or(() -> object.dataSet().element(Tag.DOUBLE_FLOAT_PIXEL_DATA))
        .orElseThrow(FrameExtractor::absent);
  }

  private static Unreadable absent() {
    return new Unreadable(
        DicomReason.PIXELS_ABSENT, "there is no pixel data", Tag.name(Tag.PIXEL_DATA));
  }

  /** Frames follow each other without a gap, to the bit (PS3.5 8.1.1). */
  private static byte[] slice(DataSet dataSet, byte[] all, int frame) {
    long bits =
        (long) count(dataSet, Tag.ROWS)
            * count(dataSet, Tag.COLUMNS)
            * dataSet.integer(Tag.SAMPLES_PER_PIXEL).orElse(1)
            * count(dataSet, Tag.BITS_ALLOCATED);
    long begin = bits * frame;
    long end = begin + bits;
    if (bits <= 0 || bits > 8L * Integer.MAX_VALUE || end > 8L * all.length) {
      throw new Unreadable(
          DicomReason.PIXELS_TOO_SHORT,
          "there are fewer pixel bytes than the header needs: send it again",
          Tag.name(Tag.PIXEL_DATA));
    }
    int shift = (int) (begin & 7);
    int from = (int) (begin >> 3);
    return shift == 0
        ? Arrays.copyOfRange(all, from, (int) ((end + 7) >> 3))
        : shifted(all, from, shift, (int) ((bits + 7) >> 3));
  }

  private static byte[] shifted(byte[] all, int from, int shift, int length) {
    var frame = new byte[length];
    for (int n = 0; n < length; n++) {
      int next = from + n + 1 < all.length ? all[from + n + 1] & 0xFF : 0;
      frame[n] = (byte) ((all[from + n] & 0xFF) >> shift | next << 8 - shift);
    }
    return frame;
  }

  private static int count(DataSet dataSet, int tag) {
    int count = dataSet.integer(tag).orElse(0);
    if (count < 1 || count > 0xFFFF) {
      throw new Unreadable(
          DicomReason.PIXEL_HEADER_UNUSABLE, "a positive number is needed", Tag.name(tag));
    }
    return count;
  }

  private static byte[] cells(StoredFrame frame, PixelHeader header) {
    var samples = frame.samples();
    if (header.cell().allocated() == 8) {
      var bytes = new byte[samples.length];
      for (int n = 0; n < bytes.length; n++) {
        bytes[n] = (byte) samples[n];
      }
      return bytes;
    }
    var bytes = new byte[2 * samples.length];
    for (int n = 0; n < samples.length; n++) {
      bytes[2 * n] = (byte) samples[n];
      bytes[2 * n + 1] = (byte) (samples[n] >> 8);
    }
    return bytes;
  }
}
