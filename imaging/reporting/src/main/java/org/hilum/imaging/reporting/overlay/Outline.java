package org.hilum.imaging.reporting.overlay;

import java.awt.geom.Path2D;

/**
 * The line round the voxels of a label, halfway between voxels inside and outside (marching
 * squares, Lorensen and Cline 1987 in the plane), in voxels of the plane: the centre of the first
 * one lies at (0.5, 0.5).
 */
final class Outline {

  private final Plane plane;
  private final Inside inside;
  private final Inside drawn;
  private final Path2D.Float path = new Path2D.Float();

  /** Tells which voxels are inside. */
  interface Inside {
    boolean is(int at);
  }

  private Outline(Plane plane, Inside inside, Inside drawn) {
    this.plane = plane;
    this.inside = inside;
    this.drawn = drawn;
  }

  /** The line round the voxels inside. */
  static Path2D round(Plane plane, Inside inside) {
    return new Outline(plane, inside, at -> true).trace();
  }

  /** The part of that line that runs within other voxels: a border inside an organ. */
  static Path2D within(Plane plane, Inside organ, Inside inside) {
    return new Outline(plane, inside, organ).trace();
  }

  /** Looks only at the rows and columns that hold any voxel inside. */
  private Path2D trace() {
    int firstRow = plane.height();
    int lastRow = -1;
    int firstColumn = plane.width();
    int lastColumn = -1;
    for (int row = 0, at = 0; row < plane.height(); row++) {
      for (int column = 0; column < plane.width(); column++, at++) {
        if (inside.is(at)) {
          firstRow = Math.min(firstRow, row);
          lastRow = row;
          firstColumn = Math.min(firstColumn, column);
          lastColumn = Math.max(lastColumn, column);
        }
      }
    }
    for (int row = firstRow - 1; row <= lastRow; row++) {
      int corners = right(row, firstColumn - 1);
      for (int column = firstColumn; column <= lastColumn + 1; column++) {
        corners = corners << 2 & 0b1100 | right(row, column);
        if (corners != 0 && corners != 0b1111 && isDrawn(row, column - 1)) {
          cell(row, column - 1, corners);
        }
      }
    }
    return path;
  }

  /** Bit 1: the voxel of the upper row is inside; bit 0: the one of the row below. */
  private int right(int row, int column) {
    int upper = is(inside, row, column) ? 2 : 0;
    int lower = is(inside, row + 1, column) ? 1 : 0;
    return upper | lower;
  }

  private boolean is(Inside voxels, int row, int column) {
    return row >= 0
        && row < plane.height()
        && column >= 0
        && column < plane.width()
        && voxels.is(row * plane.width() + column);
  }

  /** Whether all four voxels about a line are such that it is drawn; beyond the plane all are. */
  private boolean isDrawn(int row, int column) {
    for (int corner = 0; corner < 4; corner++) {
      int r = row + (corner >> 1);
      int c = column + (corner & 1);
      boolean beyond = r < 0 || r >= plane.height() || c < 0 || c >= plane.width();
      if (!beyond && !drawn.is(r * plane.width() + c)) {
        return false;
      }
    }
    return true;
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
      default -> throw new IllegalStateException("no line where all four are alike");
    }
  }

  private void line(int row, int column, double x1, double y1, double x2, double y2) {
    path.moveTo(column + 0.5 + x1, row + 0.5 + y1);
    path.lineTo(column + 0.5 + x2, row + 0.5 + y2);
  }
}
