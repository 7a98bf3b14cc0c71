package org.hilum.imaging.dicom.codec.rle;

import org.hilum.imaging.dicom.codec.CodestreamException;
import org.hilum.imaging.dicom.codec.FrameShape;

/**
 * Decodes a frame of RLE Lossless: one segment a byte of the pixel, the most significant first,
 * each in runs and literals of at most 128 bytes.
 *
 * <p>Source: PS3.5 annex G.
 */
public final class RleDecoder {

  private static final int HEADER_BYTES = 64;

  private RleDecoder() {}

  /** The pixel cells of a frame. */
  public static short[] decode(byte[] frame, FrameShape shape) {
    int segments = shape.bitsAllocated() / 8;
    if (frame.length < HEADER_BYTES) {
      throw CodestreamException.broken("the RLE header ends early");
    }
    long present = number(frame, 0);
    if (present != segments || shape.bitsAllocated() % 8 != 0) {
      throw new CodestreamException(
          CodestreamException.Kind.DISAGREES,
          present + " RLE segments where the header needs " + segments);
    }
    var samples = new short[shape.pixels()];
    for (int n = 0; n < segments; n++) {
      long start = number(frame, 4 + 4 * n);
      long end = n + 1 < segments ? number(frame, 8 + 4 * n) : frame.length;
      if (start < HEADER_BYTES || start > end || end > frame.length) {
        throw CodestreamException.broken("an RLE segment lies outside of its frame");
      }
      segment(frame, (int) start, (int) end, samples, 8 * (segments - 1 - n));
    }
    return samples;
  }

  private static void segment(byte[] frame, int start, int end, short[] samples, int shift) {
    int at = start;
    int n = 0;
    while (n < samples.length) {
      if (at >= end) {
        throw CodestreamException.broken("an RLE segment ends early");
      }
      int control = frame[at++];
      if (control == -128) {
        continue;
      }
      boolean literal = control >= 0;
      int length = Math.min(literal ? control + 1 : 1 - control, samples.length - n);
      if (at + (literal ? length : 1) > end) {
        throw CodestreamException.broken("an RLE segment ends early");
      }
      for (int last = n + length; n < last; n++) {
        samples[n] |= (short) ((frame[at] & 0xFF) << shift);
        at += literal ? 1 : 0;
      }
      at += literal ? 0 : 1;
    }
  }

  private static long number(byte[] bytes, int at) {
    return bytes[at] & 0xFF
        | (bytes[at + 1] & 0xFF) << 8
        | (bytes[at + 2] & 0xFF) << 16
        | (bytes[at + 3] & 0xFFL) << 24;
  }
}
