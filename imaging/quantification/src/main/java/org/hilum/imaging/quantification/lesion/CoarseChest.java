package org.hilum.imaging.quantification.lesion;

import org.hilum.imaging.quantification.partition.LungExtent;
import org.hilum.imaging.segmentation.LungLabel;
import org.hilum.imaging.vocabulary.Side;
import org.hilum.imaging.volume.LabelRaster;
import org.hilum.imaging.volume.PatientPoint;

/**
 * The lungs on a small cubic grid along the patient's axes, whatever the orientation of the slices.
 *
 * <p>Out: one mark a cell: {@link LungLabel}s, or what else it is.
 */
final class CoarseChest {

  /** Neither lung nor anything below. */
  static final byte OTHER = 0;

  /** Between the two lungs. */
  static final byte MEDIASTINUM = 3;

  /** Not in the scan. */
  static final byte BEYOND_SCAN = 4;

  /** Outside the lungs and not between them: beyond this the costal and diaphragmatic pleura. */
  static final byte OUTSIDE = 5;

  /** Side of a cell in mm: fine against a rim of about 20 mm, coarse enough to take no time. */
  private static final double CELL_MM = 3;

  /** No axis has more cells, so that a wrong spacing cannot make the grid huge. */
  private static final int MOST_CELLS_ALONG_AXIS = 192;

  /**
   * How far the grid is moved, in cells, so that no cell centre lies just between two voxels and no
   * voxel between two cells: such a tie would fall the other way when slices are stored backwards.
   */
  private static final double OFF_THE_VOXELS = 0.001;

  /** Cells around the lungs, so that the outside hangs together. */
  private static final int MARGIN = 2;

  final byte[] marks;
  final int nx;
  final int ny;
  final int nz;
  final PatientPoint first;
  final double cellMm;

  private CoarseChest(PatientPoint first, double cellMm, int nx, int ny, int nz) {
    this.first = first;
    this.cellMm = cellMm;
    this.nx = nx;
    this.ny = ny;
    this.nz = nz;
    marks = new byte[nx * ny * nz];
  }

  /** Draws the lungs of a mask; there must be at least one. */
  static CoarseChest of(LabelRaster lungs, LungExtent extent) {
    double[] from = new double[3];
    double[] size = new double[3];
    double longest = 0;
    for (int axis = 0; axis < 3; axis++) {
      from[axis] = Math.min(extent.from(Side.LEFT, axis), extent.from(Side.RIGHT, axis));
      size[axis] = Math.max(extent.to(Side.LEFT, axis), extent.to(Side.RIGHT, axis)) - from[axis];
      longest = Math.max(longest, size[axis]);
    }
    double cell = Math.max(CELL_MM, longest / (MOST_CELLS_ALONG_AXIS - 2 * MARGIN - 1));
    double lead = (MARGIN - 0.5 - OFF_THE_VOXELS) * cell;
    var chest =
        new CoarseChest(
            new PatientPoint(from[0] - lead, from[1] - lead, from[2] - lead),
            cell,
            cellsAlong(size[0], cell),
            cellsAlong(size[1], cell),
            cellsAlong(size[2], cell));
    chest.sample(lungs);
    chest.markMediastinum();
    chest.markOutside();
    return chest;
  }

  private static int cellsAlong(double mm, double cell) {
    return (int) Math.ceil(mm / cell) + 2 * MARGIN;
  }

  private void sample(LabelRaster lungs) {
    int at = 0;
    for (int z = 0; z < nz; z++) {
      for (int y = 0; y < ny; y++) {
        for (int x = 0; x < nx; x++) {
          marks[at++] =
              labelAt(
                  lungs,
                  new PatientPoint(
                      first.x() + x * cellMm, first.y() + y * cellMm, first.z() + z * cellMm));
        }
      }
    }
  }

  /** Marks what lies between a cell of one lung and the next cell of the other along x. */
  private void markMediastinum() {
    for (int row = 0; row < ny * nz; row++) {
      int lastLung = -1;
      for (int at = row * nx; at < (row + 1) * nx; at++) {
        if (marks[at] != LungLabel.LEFT && marks[at] != LungLabel.RIGHT) {
          continue;
        }
        if (lastLung >= 0 && marks[lastLung] != marks[at]) {
          java.util.Arrays.fill(marks, lastLung + 1, at, MEDIASTINUM);
        }
        lastLung = at;
      }
    }
  }

  /** Floods from the margin, so that vessels and airways inside the lungs are not outside. */
  private void markOutside() {
    var reached = new boolean[marks.length];
    var queue = new int[marks.length];
    int tail = 0;
    reached[0] = true;
    queue[tail++] = 0;
    int[] steps = {1, -1, nx, -nx, nx * ny, -nx * ny};
    for (int head = 0; head < tail; head++) {
      int cell = queue[head];
      for (int direction = 0; direction < steps.length; direction++) {
        if (!leavesGrid(cell, direction)) {
          int next = cell + steps[direction];
          if (!reached[next] && (marks[next] == OTHER || marks[next] == BEYOND_SCAN)) {
            reached[next] = true;
            queue[tail++] = next;
          }
        }
      }
    }
    for (int cell = 0; cell < marks.length; cell++) {
      if (reached[cell] && marks[cell] == OTHER) {
        marks[cell] = OUTSIDE;
      }
    }
  }

  private boolean leavesGrid(int cell, int direction) {
    int x = cell % nx;
    int y = cell / nx % ny;
    int z = cell / (nx * ny);
    return switch (direction) {
      case 0 -> x == nx - 1;
      case 1 -> x == 0;
      case 2 -> y == ny - 1;
      case 3 -> y == 0;
      case 4 -> z == nz - 1;
      default -> z == 0;
    };
  }

  private static byte labelAt(LabelRaster lungs, PatientPoint point) {
    var geometry = lungs.geometry();
    var index = geometry.index(point);
    long i = Math.round(index.i());
    long j = Math.round(index.j());
    long k = Math.round(index.k());
    boolean inScan =
        i >= 0
            && j >= 0
            && k >= 0
            && i < geometry.columns()
            && j < geometry.rows()
            && k < geometry.slices();
    if (!inScan) {
      return BEYOND_SCAN;
    }
    byte label = lungs.labels()[(int) k][(int) (j * geometry.columns() + i)];
    return label == LungLabel.LEFT || label == LungLabel.RIGHT ? label : OTHER;
  }
}
