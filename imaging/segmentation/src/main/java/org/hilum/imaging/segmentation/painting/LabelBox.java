package org.hilum.imaging.segmentation.painting;

/** The rows and columns of a slice that hold a label; empty when the first is after the last. */
record LabelBox(int firstRow, int lastRow, int firstColumn, int lastColumn) {

  static LabelBox of(byte[] labels, int size) {
    int firstRow = size;
    int lastRow = -1;
    int firstColumn = size;
    int lastColumn = -1;
    for (int row = 0; row < size; row++) {
      for (int column = 0; column < size; column++) {
        if (labels[row * size + column] != 0) {
          firstRow = Math.min(firstRow, row);
          lastRow = row;
          firstColumn = Math.min(firstColumn, column);
          lastColumn = Math.max(lastColumn, column);
        }
      }
    }
    return new LabelBox(firstRow, lastRow, firstColumn, lastColumn);
  }

  boolean isEmpty() {
    return lastRow < firstRow;
  }

  LabelBox with(LabelBox other) {
    return new LabelBox(
        Math.min(firstRow, other.firstRow),
        Math.max(lastRow, other.lastRow),
        Math.min(firstColumn, other.firstColumn),
        Math.max(lastColumn, other.lastColumn));
  }
}
