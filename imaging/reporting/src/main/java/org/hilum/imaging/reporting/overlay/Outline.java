package org.hilum.imaging.reporting.overlay;

import java.awt.geom.Path2D;

/**
 * The line round the voxels of a label, halfway between voxels inside and outside (marching
 * squares, Lorensen and Cline 1987 in the plane).
 */
final class Outline {

  private final Plane plane;
  private final double xScale;
  private final double yScale;
  private final Path2D.Float path = new Path2D.Float();

  /** Tells which voxels are inside. */
  interface Inside {
    boolean is(int at);
  }

  private Outline(Plane plane, double xScale, double yScale) {
    this.plane = plane;
    this.xScale = xScale;
    this.yScale = yScale;
  }

  /** The line in pixels of a picture with so many pixels a column and a row. */
  static Path2D of(Plane plane, double xScale, double yScale, Inside inside) {
    var outline = new Outline(plane, xScale, yScale);
    for (int row = -1; row < plane.height(); row++) {
      int corners = outline.right(row, -1, inside);
      for (int column = 0; column <= plane.width(); column++) {
        corners = corners << 2 & 0b1100 | outline.right(row, column, inside);
        outline.cell(row, column - 1, corners);
      }
    }
    return outline.path;
  }

  /** Bit 1: the voxel of the upper row is inside; bit 0: the one of the row below. */
  private int right(int row, int column, Inside inside) {
    if (column < 0 || column >= plane.width()) {
      return 0;
    }
    int upper = row >= 0 && inside.is(row * plane.width() + column) ? 2 : 0;
    int lower = row + 1 < plane.height() && inside.is((row + 1) * plane.width() + column) ? 1 : 0;
    return upper | lower;
  }

  /**
   * The lines through the square between four voxels.
   *
   * @param corners from high to low: upper left, lower left, upper right, lower right
   */
  private void cell(int row, int column, int corners) {
    switch (corners) {
      case 0b1000, 0b0111 -> line(row, column, 0, 0.5, 0.5, 0);
      case 0b0100, 0b1011 -> line(row, column, 0, 0.5, 0.5, 1);
      case 0b0010, 0b1101 -> line(row, column, 0.5, 0, 1, 0.5);
      case 0b0001, 0b1110 -> line(row, column, 0.5, 1, 1, 0.5);
      case 0b1100, 0b0011 -> line(row, column, 0.5, 0, 0.5, 1);
      case 0b1010, 0b0101 -> line(row, column, 0, 0.5, 1, 0.5);
      case 0b1001 -> {
        line(row, column, 0, 0.5, 0.5, 0);
        line(row, column, 0.5, 1, 1, 0.5);
      }
      case 0b0110 -> {
        line(row, column, 0, 0.5, 0.5, 1);
        line(row, column, 0.5, 0, 1, 0.5);
      }
      default -> {}
    }
  }

  private void line(int row, int column, double x1, double y1, double x2, double y2) {
    path.moveTo((column + 0.5 + x1) * xScale, (row + 0.5 + y1) * yScale);
    path.lineTo((column + 0.5 + x2) * xScale, (row + 0.5 + y2) * yScale);
  }
}
