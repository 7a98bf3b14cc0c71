package org.hilum.imaging.comparison.alignment;

/**
 * A block of cubes along the axes of the frame midway between two dates.
 *
 * <p>Arrays on it are {@code [(z * rows + y) * columns + x]}, axes as in LPS.
 *
 * @param x0 place of the first cube's centre, in mm of the middle frame
 * @param stepMm side of a cube
 */
record Lattice(double x0, double y0, double z0, double stepMm, int columns, int rows, int layers) {

  /**
   * The smallest lattice that holds a box.
   *
   * @param multiple each number of cubes is a multiple of it, so that it can be halved
   */
  static Lattice around(double[] low, double[] high, double stepMm, int multiple) {
    int columns = cubes(high[0] - low[0], stepMm, multiple);
    int rows = cubes(high[1] - low[1], stepMm, multiple);
    int layers = cubes(high[2] - low[2], stepMm, multiple);
    return new Lattice(
        first(low[0], high[0], stepMm, columns),
        first(low[1], high[1], stepMm, rows),
        first(low[2], high[2], stepMm, layers),
        stepMm,
        columns,
        rows,
        layers);
  }

  private static int cubes(double extent, double stepMm, int multiple) {
    return multiple * Math.max(1, (int) Math.ceil((extent / stepMm + 1) / multiple));
  }

  private static double first(double low, double high, double stepMm, int cubes) {
    return (low + high) / 2 - stepMm * (cubes - 1) / 2;
  }

  /** Cubes of twice the side, each made of eight. */
  Lattice halved() {
    double shift = stepMm / 2;
    return new Lattice(
        x0 + shift, y0 + shift, z0 + shift, 2 * stepMm, columns / 2, rows / 2, layers / 2);
  }

  /** Number of cubes. */
  int size() {
    return columns * rows * layers;
  }

  /** Number of cubes of one layer. */
  int layer() {
    return columns * rows;
  }

  double x(int column) {
    return x0 + column * stepMm;
  }

  double y(int row) {
    return y0 + row * stepMm;
  }

  double z(int layer) {
    return z0 + layer * stepMm;
  }
}
