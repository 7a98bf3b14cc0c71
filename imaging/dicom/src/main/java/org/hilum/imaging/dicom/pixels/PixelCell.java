package org.hilum.imaging.dicom.pixels;

/**
 * Where the stored value lies in the bits of a pixel (PS3.5 8.1.1).
 *
 * @param allocated bits between one pixel and the next: 8, 12 or 16
 * @param stored bits of the value
 * @param high most significant bit of the value, from 0
 * @param signed whether the value is a two's complement number
 */
public record PixelCell(int allocated, int stored, int high, boolean signed) {

  public PixelCell {
    boolean fits = stored >= 1 && stored <= allocated && high >= stored - 1 && high < allocated;
    if (!fits || allocated != 8 && allocated != 12 && allocated != 16) {
      throw new IllegalArgumentException("a value lies within the 8, 12 or 16 bits of its pixel");
    }
  }

  /** Bytes that a number of pixels takes. */
  public long bytes(long pixels) {
    return (pixels * allocated + 7) / 8;
  }

  /** The stored value within the allocated bits, sign extended; unused bits do not count. */
  public short value(int cell) {
    int left = 31 - high;
    int right = 32 - stored;
    int shifted = cell << left;
    return (short) (signed ? shifted >> right : shifted >>> right);
  }

  /** The stored values of cells, in the same array. */
  public short[] values(short[] cells) {
    int left = 31 - high;
    int right = 32 - stored;
    for (int n = 0; n < cells.length; n++) {
      int shifted = cells[n] << left;
      cells[n] = (short) (signed ? shifted >> right : shifted >>> right);
    }
    return cells;
  }
}
