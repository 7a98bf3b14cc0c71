package org.hilum.imaging.phantom.anatomy;

import org.hilum.imaging.phantom.shape.Blend;

/**
 * How high the diaphragm stands: two domes, the right one higher, falling off to the recesses.
 *
 * <p>Heights are kept on a 2 mm raster of the axial plane.
 */
public final class Diaphragm {

  private static final double STEP = 2;
  private static final double EDGE_X = 170;
  private static final double EDGE_Y = 130;
  private static final int COLUMNS = (int) (2 * EDGE_X / STEP) + 1;
  private static final int ROWS = (int) (2 * EDGE_Y / STEP) + 1;

  private final double[] heights = new double[COLUMNS * ROWS];
  private final double[] steepness = new double[COLUMNS * ROWS];

  /** The diaphragm as described. */
  public Diaphragm() {
    for (int row = 0; row < ROWS; row++) {
      for (int column = 0; column < COLUMNS; column++) {
        double x = column * STEP - EDGE_X;
        double y = row * STEP - EDGE_Y;
        double here = drawn(x, y);
        double dx = drawn(x + 1, y) - here;
        double dy = drawn(x, y + 1) - here;
        heights[row * COLUMNS + column] = here;
        steepness[row * COLUMNS + column] = 1 / Math.sqrt(1 + dx * dx + dy * dy);
      }
    }
  }

  private static double drawn(double x, double y) {
    double right = dome(x, y, -66, -10, -108, -1);
    double left = dome(x, y, 70, -6, -122, 1);
    return Blend.larger(right, left, 14);
  }

  private static double dome(double x, double y, double x0, double y0, double peak, int side) {
    double outwards = (x - x0) * side;
    double sideways = outwards > 0 ? outwards / 78 : outwards / 62;
    double along = y > y0 ? (y - y0) / 98 : (y0 - y) / 92;
    double lateral = (outwards > 0 ? 66 : 10) * Math.pow(Math.abs(sideways), 2.3);
    double front = (y > y0 ? 84 : 34) * Math.pow(along, 2.2);
    return peak - lateral - front;
  }

  /** Its height under a place, in millimetres. */
  public double height(double x, double y) {
    return read(heights, x, y);
  }

  /** Distance above it, negative below. */
  public double above(double x, double y, double z) {
    return (z - height(x, y)) * read(steepness, x, y);
  }

  private static double read(double[] raster, double x, double y) {
    double u = Math.clamp((x + EDGE_X) / STEP, 0, COLUMNS - 1.001);
    double v = Math.clamp((y + EDGE_Y) / STEP, 0, ROWS - 1.001);
    int column = (int) u;
    int row = (int) v;
    double fu = u - column;
    int at = row * COLUMNS + column;
    double near = raster[at] + (raster[at + 1] - raster[at]) * fu;
    double far = raster[at + COLUMNS] + (raster[at + COLUMNS + 1] - raster[at + COLUMNS]) * fu;
    return near + (far - near) * (v - row);
  }
}
