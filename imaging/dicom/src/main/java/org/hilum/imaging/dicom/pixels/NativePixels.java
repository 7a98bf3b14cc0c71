package org.hilum.imaging.dicom.pixels;

/** Reads the stored values of one frame from little-endian, uncompressed bytes. */
public final class NativePixels {

  private NativePixels() {}

  /**
   * The samples of a frame.
   *
   * @param bytes of all frames
   * @param start place of the frame's first byte; of packed pixels, the first bit is its lowest
   * @param count pixels of the frame
   */
  public static short[] unpack(byte[] bytes, long start, int count, PixelCell cell) {
    return switch (cell.allocated()) {
      case 8 -> octets(bytes, (int) start, count, cell);
      case 16 -> words(bytes, (int) start, count, cell);
      default -> packed(bytes, (int) start, count, cell);
    };
  }

  private static short[] words(byte[] bytes, int start, int count, PixelCell cell) {
    var samples = new short[count];
    int left = 31 - cell.high();
    int right = 32 - cell.stored();
    boolean signed = cell.signed();
    for (int n = 0, at = start; n < count; n++, at += 2) {
      int shifted = (bytes[at] & 0xFF | bytes[at + 1] << 8) << left;
      samples[n] = (short) (signed ? shifted >> right : shifted >>> right);
    }
    return samples;
  }

  private static short[] octets(byte[] bytes, int start, int count, PixelCell cell) {
    var samples = new short[count];
    for (int n = 0; n < count; n++) {
      samples[n] = cell.value(bytes[start + n] & 0xFF);
    }
    return samples;
  }

  /** Two pixels of 12 bits lie in three bytes, the lowest bits first (PS3.5 D.2). */
  private static short[] packed(byte[] bytes, int start, int count, PixelCell cell) {
    var samples = new short[count];
    for (int n = 0; n < count; n++) {
      int at = start + n / 2 * 3;
      int value =
          (n & 1) == 0
              ? bytes[at] & 0xFF | (bytes[at + 1] & 0x0F) << 8
              : (bytes[at + 1] & 0xF0) >> 4 | (bytes[at + 2] & 0xFF) << 4;
      samples[n] = cell.value(value);
    }
    return samples;
  }
}
