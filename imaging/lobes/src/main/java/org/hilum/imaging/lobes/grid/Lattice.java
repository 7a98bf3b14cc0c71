package org.hilum.imaging.lobes.grid;

/**
 * A block of cubes along the patient's axes.
 *
 * <p>Arrays on it are {@code [(z * rows + y) * columns + x]}: x to the patient's left, y to the
 * back, z to the head.
 *
 * @param x0 LPS place of the first cube's centre, in mm
 * @param stepMm side of a cube
 */
public record Lattice(
    double x0, double y0, double z0, double stepMm, int columns, int rows, int layers) {

  /** Cubes kept around a lung, so that filters need no borders. */
  private static final int MARGIN = 4;

  /**
   * In cubes. Without it many cubes would lie just between two voxels, and rounding would choose
   * one of them differently from one order of the voxels to the next.
   */
  private static final double OFF_VOXELS = 0.0237;

  /** A lattice that holds a box. */
  public static Lattice around(PatientBox box, double stepMm) {
    return new Lattice(
        box.low()[0] - (MARGIN - OFF_VOXELS) * stepMm,
        box.low()[1] - (MARGIN - OFF_VOXELS) * stepMm,
        box.low()[2] - (MARGIN - OFF_VOXELS) * stepMm,
        stepMm,
        cubes(box.extent(0), stepMm),
        cubes(box.extent(1), stepMm),
        cubes(box.extent(2), stepMm));
  }

  private static int cubes(double extent, double stepMm) {
    return (int) Math.ceil(extent / stepMm) + 1 + 2 * MARGIN;
  }

  /** Number of cubes. */
  public int size() {
    return columns * rows * layers;
  }

  /** Number of cubes of one layer. */
  public int layer() {
    return columns * rows;
  }

  /** LPS place of a column of cubes, in mm. */
  public double x(int column) {
    return x0 + column * stepMm;
  }

  /** LPS place of a row of cubes, in mm. */
  public double y(int row) {
    return y0 + row * stepMm;
  }

  /** LPS place of a layer of cubes, in mm. */
  public double z(int layer) {
    return z0 + layer * stepMm;
  }
}
