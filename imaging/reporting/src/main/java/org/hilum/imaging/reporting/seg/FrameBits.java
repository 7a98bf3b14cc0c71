package org.hilum.imaging.reporting.seg;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The pixels of a binary segmentation, one bit each.
 *
 * <p>Out: frames follow one another without a gap, the first pixel in the lowest bit of a byte; a
 * frame whose pixels are no multiple of eight ends, and the next begins, inside a byte. <br>
 * Source: PS3.5 8.1.1 and 8.2, PS3.3 C.8.20.2.
 */
final class FrameBits {

  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long LOW_SEVEN = 0x7F7F7F7F7F7F7F7FL;

  /** Brings the lowest bit of each of eight bytes together in the highest byte. */
  private static final long GATHER = 0x0102040810204080L;

  private final int pixels;
  private final byte[] bytes;

  /** Room for so many frames of so many pixels; the length is even, as a value must be. */
  FrameBits(int frames, int pixels) {
    this.pixels = pixels;
    long length = ((long) frames * pixels + 7) / 8;
    bytes = new byte[Math.toIntExact(length + (length & 1))];
  }

  /** Whether any voxel has the label. */
  static boolean contains(byte[] labels, byte label) {
    long pattern = pattern(label);
    int whole = labels.length & ~7;
    for (int n = 0; n < whole; n += 8) {
      if (matches((long) EIGHT.get(labels, n), pattern) != 0) {
        return true;
      }
    }
    for (int n = whole; n < labels.length; n++) {
      if (labels[n] == label) {
        return true;
      }
    }
    return false;
  }

  /**
   * Puts a frame: a bit for each voxel, set where it has the label. To be done once for each, and
   * by several threads only where {@link #areApart()}.
   */
  void put(int frame, byte[] labels, byte label) {
    long pattern = pattern(label);
    long first = (long) frame * pixels;
    int whole = labels.length & ~7;
    for (int n = 0; n < whole; n += 8) {
      long same = matches((long) EIGHT.get(labels, n), pattern);
      if (same != 0) {
        put((int) ((same >>> 7) * GATHER >>> 56), first + n);
      }
    }
    for (int n = whole; n < labels.length; n++) {
      if (labels[n] == label) {
        put(1, first + n);
      }
    }
  }

  private void put(int bits, long position) {
    int index = (int) (position >>> 3);
    int shifted = bits << (position & 7);
    bytes[index] |= (byte) shifted;
    if (shifted > 0xFF) {
      bytes[index + 1] |= (byte) (shifted >>> 8);
    }
  }

  /** Whether no byte holds pixels of two frames. */
  boolean areApart() {
    return pixels % 8 == 0;
  }

  /** The pixel data. */
  byte[] bytes() {
    return bytes;
  }

  private static long pattern(byte label) {
    return Byte.toUnsignedLong(label) * 0x0101010101010101L;
  }

  /** The highest bit of each byte that equals the pattern's. */
  private static long matches(long eight, long pattern) {
    long difference = eight ^ pattern;
    return ~(((difference & LOW_SEVEN) + LOW_SEVEN) | difference) & ~LOW_SEVEN;
  }
}
