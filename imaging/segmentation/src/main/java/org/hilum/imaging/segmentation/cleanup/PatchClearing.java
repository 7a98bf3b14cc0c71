package org.hilum.imaging.segmentation.cleanup;

import java.util.Arrays;

/** Clears pixels of a slice around others. */
final class PatchClearing {

  private PatchClearing() {}

  /** Clears all pixels of a mask within some steps along rows and columns of a set pixel. */
  static void clear(byte[] around, int steps, byte[] mask, int size) {
    for (int pixel = 0; pixel < around.length; pixel++) {
      if (around[pixel] != 0) {
        clear(pixel / size, pixel % size, steps, mask, size);
      }
    }
  }

  private static void clear(int row, int column, int steps, byte[] mask, int size) {
    for (int j = Math.max(0, row - steps); j <= Math.min(size - 1, row + steps); j++) {
      int reach = steps - Math.abs(j - row);
      int from = j * size + Math.max(0, column - reach);
      int to = j * size + Math.min(size - 1, column + reach) + 1;
      Arrays.fill(mask, from, to, (byte) 0);
    }
  }
}
