package org.hilum.imaging.dicom.codec.jpeg2000;

import java.util.Arrays;
import org.hilum.imaging.dicom.codec.CodestreamException;
import org.hilum.imaging.dicom.codec.FrameShape;

/**
 * What the image and tile size segment says (T.800 A.5.1), read before any library sees the bytes.
 *
 * @param precision bits of a sample
 * @param signed whether samples are signed
 */
record CodestreamHeader(int precision, boolean signed) {

  private static final int START_AND_SIZE = 0xFF4FFF51;
  private static final int CONTENT_BOX = 0x6A703263;
  private static final int SIZE_SEGMENT_BYTES = 45;
  private static final long MOST_TILES = 65535;

  /** Refuses what is not one component of the header's size, in a sane number of tiles. */
  static CodestreamHeader checked(byte[] codestream, FrameShape shape) {
    if (codestream.length < SIZE_SEGMENT_BYTES || number(codestream, 0) != START_AND_SIZE) {
      throw CodestreamException.broken("this is no JPEG 2000 codestream");
    }
    long width = unsigned(codestream, 8) - unsigned(codestream, 16);
    long height = unsigned(codestream, 12) - unsigned(codestream, 20);
    int components = (codestream[40] & 0xFF) << 8 | codestream[41] & 0xFF;
    int depth = codestream[42] & 0xFF;
    int precision = (depth & 0x7F) + 1;
    shape.require(height, width, precision, components);
    boolean subsampled = codestream[43] != 1 || codestream[44] != 1;
    long tileWidth = unsigned(codestream, 24);
    long tileHeight = unsigned(codestream, 28);
    if (subsampled || tileWidth == 0 || tileHeight == 0) {
      throw CodestreamException.broken("the codestream's tiles are impossible");
    }
    long tiles = (width / tileWidth + 1) * (height / tileHeight + 1);
    if (tiles > MOST_TILES) {
      throw CodestreamException.broken("the codestream has too many tiles");
    }
    return new CodestreamHeader(precision, depth >= 0x80);
  }

  /** The codestream itself, out of the boxes of a JP2 file should there be any (T.800 I.4). */
  static byte[] withoutBoxes(byte[] bytes) {
    if (bytes.length < 12 || number(bytes, 4) != 0x6A502020) {
      return bytes;
    }
    for (long at = 0; at + 8 <= bytes.length; ) {
      long length = unsigned(bytes, (int) at);
      if (number(bytes, (int) at + 4) == CONTENT_BOX) {
        return Arrays.copyOfRange(bytes, (int) at + 8, bytes.length);
      }
      if (length < 8) {
        break;
      }
      at += length;
    }
    throw CodestreamException.broken("the JP2 file has no codestream");
  }

  private static long unsigned(byte[] bytes, int at) {
    return number(bytes, at) & 0xFFFFFFFFL;
  }

  private static int number(byte[] bytes, int at) {
    return (bytes[at] & 0xFF) << 24
        | (bytes[at + 1] & 0xFF) << 16
        | (bytes[at + 2] & 0xFF) << 8
        | bytes[at + 3] & 0xFF;
  }
}
