package org.hilum.imaging.dicom;

/**
 * The stored values of one frame, before any rescale.
 *
 * @param rows number of rows
 * @param columns number of columns
 * @param signed whether {@code samples} are signed; else read them with {@code & 0xFFFF}
 * @param samples one value a pixel, {@code [row * columns + column]}
 */
public record StoredFrame(int rows, int columns, boolean signed, short[] samples) {

  public StoredFrame {
    if (rows <= 0 || columns <= 0 || samples.length != rows * columns) {
      throw new IllegalArgumentException("a frame has rows x columns samples");
    }
  }

  /** The stored value of a pixel. */
  public int value(int index) {
    return signed ? samples[index] : samples[index] & 0xFFFF;
  }
}
