package org.hilum.imaging.segmentation.inference;

/**
 * The part of a frame that a network is run on.
 *
 * @param firstRow first row of the frame inside
 * @param firstColumn first column of the frame inside
 * @param rows number of rows
 * @param columns number of columns
 */
public record FrameWindow(int firstRow, int firstColumn, int rows, int columns) {

  /**
   * In pixels: a network that halves its picture four times sees a window as it sees the frame when
   * both begin at such a step.
   */
  public static final int STEP = 16;

  public FrameWindow {
    if (firstRow < 0 || firstColumn < 0 || rows < 1 || columns < 1) {
      throw new IllegalArgumentException("a window lies inside its frame");
    }
  }

  /** The whole of a frame. */
  public static FrameWindow whole(int size) {
    return new FrameWindow(0, 0, size, size);
  }

  /** The window, in whole steps, that holds some pixels with a margin around them. */
  static FrameWindow around(PixelBox box, int margin, int size) {
    int firstRow = down(box.firstRow() - margin);
    int firstColumn = down(box.firstColumn() - margin);
    return new FrameWindow(
        firstRow,
        firstColumn,
        up(box.lastRow() + 1 + margin, size) - firstRow,
        up(box.lastColumn() + 1 + margin, size) - firstColumn);
  }

  private static int down(int pixel) {
    return Math.max(0, pixel) / STEP * STEP;
  }

  private static int up(int pixel, int size) {
    return Math.min(size, (pixel + STEP - 1) / STEP * STEP);
  }

  /** Whether it is all of a frame. */
  public boolean isWhole(int size) {
    return rows == size && columns == size;
  }

  /** Number of pixels. */
  public int pixels() {
    return rows * columns;
  }

  /** Whether pixels come closer than so many to an edge of the window that is not the frame's. */
  boolean isCloseToEdge(PixelBox box, int pixels, int size) {
    return box.firstRow() - firstRow < pixels && firstRow > 0
        || box.firstColumn() - firstColumn < pixels && firstColumn > 0
        || firstRow + rows - 1 - box.lastRow() < pixels && firstRow + rows < size
        || firstColumn + columns - 1 - box.lastColumn() < pixels && firstColumn + columns < size;
  }
}
