package org.hilum.imaging.dicom.codec.jpeg;

import java.io.ByteArrayOutputStream;

/** Writes lossless JPEG (T.81 annex H) with one plain code of five bits for each size class. */
final class LosslessJpegEncoder {

  private static final int CLASSES = 17;
  private static final int CODE_BITS = 5;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final int rows;
  private final int columns;
  private final int precision;
  private final int predictor;
  private final int restartLines;
  private long buffer;
  private int count;

  LosslessJpegEncoder(int rows, int columns, int precision, int predictor, int restartLines) {
    this.rows = rows;
    this.columns = columns;
    this.precision = precision;
    this.predictor = predictor;
    this.restartLines = restartLines;
  }

  byte[] encode(int[] samples) {
    write(0xFFD8FFC4L, 4);
    write(2 + 1 + 16 + CLASSES, 2);
    write(0, 1);
    for (int length = 1; length <= 16; length++) {
      write(length == CODE_BITS ? CLASSES : 0, 1);
    }
    for (int size = 0; size < CLASSES; size++) {
      write(size, 1);
    }
    write(0xFFC3000BL, 4);
    write(precision, 1);
    write(rows, 2);
    write(columns, 2);
    write(0x01011100L, 4);
    if (restartLines > 0) {
      write(0xFFDD0004L, 4);
      write((long) restartLines * columns, 2);
    }
    write(0xFFDA0008L, 4);
    write(0x010100L, 3);
    write(predictor, 1);
    write(0, 2);
    scan(samples);
    write(0xFFD9, 2);
    return out.toByteArray();
  }

  private void scan(int[] samples) {
    int restarts = 0;
    for (int row = 0; row < rows; row++) {
      boolean first = row == 0 || restartLines > 0 && row % restartLines == 0;
      if (first && row > 0) {
        align();
        write(0xFFD0 + restarts++ % 8, 2);
      }
      for (int x = 0; x < columns; x++) {
        int at = row * columns + x;
        difference((short) (samples[at] - predicted(samples, at, x, first)));
      }
    }
    align();
  }

  private int predicted(int[] samples, int at, int x, boolean firstLine) {
    if (firstLine) {
      return x == 0 ? 1 << precision - 1 : samples[at - 1];
    }
    if (x == 0) {
      return samples[at - columns];
    }
    int ra = samples[at - 1];
    int rb = samples[at - columns];
    int rc = samples[at - columns - 1];
    return new int[] {
          0, ra, rb, rc, ra + rb - rc, ra + (rb - rc >> 1), rb + (ra - rc >> 1), (ra + rb) >> 1
        }
        [predictor];
  }

  private void difference(short difference) {
    if (difference == Short.MIN_VALUE) {
      bits(16, CODE_BITS);
      return;
    }
    int size = 32 - Integer.numberOfLeadingZeros(Math.abs(difference));
    bits(size, CODE_BITS);
    bits(difference >= 0 ? difference : difference + (1 << size) - 1, size);
  }

  private void bits(int value, int length) {
    buffer = buffer << length | value & (1L << length) - 1;
    count += length;
    while (count >= 8) {
      entropy((int) (buffer >>> count - 8) & 0xFF);
      count -= 8;
    }
  }

  private void align() {
    if (count > 0) {
      bits(0xFF, 8 - count);
    }
  }

  private void entropy(int octet) {
    out.write(octet);
    if (octet == 0xFF) {
      out.write(0);
    }
  }

  private void write(long value, int length) {
    for (int n = length - 1; n >= 0; n--) {
      out.write((int) (value >>> 8 * n) & 0xFF);
    }
  }
}
