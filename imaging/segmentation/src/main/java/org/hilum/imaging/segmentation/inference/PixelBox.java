package org.hilum.imaging.segmentation.inference;

/** The rows and columns of a frame between which pixels of interest lie; empty when reversed. */
record PixelBox(int firstRow, int lastRow, int firstColumn, int lastColumn) {

  static final PixelBox EMPTY = new PixelBox(Integer.MAX_VALUE, -1, Integer.MAX_VALUE, -1);

  /** The pixels of a window where one of two logits is above 0. */
  static PixelBox aboveZero(float[] lung, float[] opacity, FrameWindow window, int size) {
    int firstRow = Integer.MAX_VALUE;
    int lastRow = -1;
    int firstColumn = Integer.MAX_VALUE;
    int lastColumn = -1;
    int endColumn = window.firstColumn() + window.columns();
    for (int row = window.firstRow(); row < window.firstRow() + window.rows(); row++) {
      for (int column = window.firstColumn(); column < endColumn; column++) {
        int at = row * size + column;
        if (lung[at] > 0 || opacity[at] > 0) {
          firstRow = Math.min(firstRow, row);
          lastRow = row;
          firstColumn = Math.min(firstColumn, column);
          lastColumn = Math.max(lastColumn, column);
        }
      }
    }
    return new PixelBox(firstRow, lastRow, firstColumn, lastColumn);
  }

  boolean isEmpty() {
    return lastRow < 0;
  }

  PixelBox with(PixelBox other) {
    return new PixelBox(
        Math.min(firstRow, other.firstRow),
        Math.max(lastRow, other.lastRow),
        Math.min(firstColumn, other.firstColumn),
        Math.max(lastColumn, other.lastColumn));
  }
}
