package org.hilum.imaging.lobes.grid;

import java.util.stream.IntStream;

/**
 * Which bright cubes of a lung are vessels or airway walls rather than a thin plate.
 *
 * <p>A plate is bright in all of two directions: of the cubes about one of its own at least a whole
 * layer is bright, of those about a thin vessel no more than a line of them. A thick vessel fills
 * as many, but its core is far brighter than a fissure can be.
 */
final class Vessels {

  /** In HU above the lung around: what is darker than this is no vessel. */
  static final float BRIGHT_HU = 110;

  /** In HU above the lung around: what is brighter than this is no fissure. */
  static final float CORE_HU = 260;

  /** Cubes from the middle to the edge of the block that is looked at. */
  private static final int REACH = 2;

  /** Bright cubes of a block of 125: a plate has 25 at least, one that lies askew more. */
  private static final int LEAST_OF_PLATE = 26;

  private final Lattice lattice;
  private final float[] above;
  private final byte[] brightAbout;
  private final boolean[] core;

  /**
   * Looks at a lung.
   *
   * @param above HU above the lung around; not a number outside the lung
   */
  Vessels(Lattice lattice, float[] above) {
    this.lattice = lattice;
    this.above = above;
    this.brightAbout = new byte[lattice.size()];
    this.core = new boolean[lattice.size()];
    IntStream.range(0, lattice.layers()).parallel().forEach(this::countInLayer);
  }

  /** Numeric kernel: how many of five by five cubes of a layer are bright. */
  private void countInLayer(int z) {
    int columns = lattice.columns();
    int first = z * lattice.layer();
    var alongRows = new byte[lattice.layer()];
    for (int y = 0; y < lattice.rows(); y++) {
      for (int x = REACH; x < columns - REACH; x++) {
        int at = first + y * columns + x;
        core[at] = above[at] > CORE_HU;
        int count = 0;
        for (int step = -REACH; step <= REACH; step++) {
          count += above[at + step] > BRIGHT_HU ? 1 : 0;
        }
        alongRows[y * columns + x] = (byte) count;
      }
    }
    for (int y = REACH; y < lattice.rows() - REACH; y++) {
      for (int x = 0; x < columns; x++) {
        int at = y * columns + x;
        int count = 0;
        for (int step = -REACH; step <= REACH; step++) {
          count += alongRows[at + step * columns];
        }
        brightAbout[first + at] = (byte) count;
      }
    }
  }

  /** Whether a cube is a vessel; not to be asked of the two outermost cubes. */
  boolean isVessel(int cube) {
    return above[cube] > BRIGHT_HU && (touchesCore(cube) || !isInPlate(cube));
  }

  private boolean isInPlate(int cube) {
    int count = 0;
    for (int step = -REACH; step <= REACH; step++) {
      count += brightAbout[cube + step * lattice.layer()];
    }
    return count >= LEAST_OF_PLATE;
  }

  private boolean touchesCore(int cube) {
    for (int z = -1; z <= 1; z++) {
      for (int y = -1; y <= 1; y++) {
        int row = cube + z * lattice.layer() + y * lattice.columns();
        if (core[row - 1] || core[row] || core[row + 1]) {
          return true;
        }
      }
    }
    return false;
  }
}
