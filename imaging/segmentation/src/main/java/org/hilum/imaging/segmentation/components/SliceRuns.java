package org.hilum.imaging.segmentation.components;

import java.util.Arrays;

/**
 * The stretches of set voxels in the rows of one slice, in raster order.
 *
 * @param rowFirst index of the first run of each row; one more entry ends the last row
 * @param start first column of a run
 * @param end column after the last of a run
 */
record SliceRuns(int[] rowFirst, int[] start, int[] end) {

  static SliceRuns of(byte[] mask, int rows, int columns) {
    var rowFirst = new int[rows + 1];
    var start = new int[64];
    var end = new int[64];
    int count = 0;
    for (int row = 0; row < rows; row++) {
      int rowEnd = (row + 1) * columns;
      int at = row * columns;
      while (at < rowEnd) {
        if (mask[at] == 0) {
          at++;
          continue;
        }
        if (count == start.length) {
          start = Arrays.copyOf(start, 2 * count);
          end = Arrays.copyOf(end, 2 * count);
        }
        start[count] = at - row * columns;
        while (at < rowEnd && mask[at] != 0) {
          at++;
        }
        end[count++] = at - row * columns;
      }
      rowFirst[row + 1] = count;
    }
    return new SliceRuns(rowFirst, Arrays.copyOf(start, count), Arrays.copyOf(end, count));
  }

  int count() {
    return start.length;
  }

  int rows() {
    return rowFirst.length - 1;
  }
}
