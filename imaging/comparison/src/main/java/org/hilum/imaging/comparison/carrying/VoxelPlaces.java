package org.hilum.imaging.comparison.carrying;

import org.hilum.imaging.volume.Vector3;
import org.hilum.imaging.volume.VolumeGeometry;

/**
 * Places of voxels and voxels of places as plain arithmetic, for loops over millions of them.
 *
 * <p>In and out: indices in the order i, j, k; LPS millimetres.
 */
final class VoxelPlaces {
  private final double[] toMm = new double[12];
  private final double[] toIndex = new double[12];
  private final int columns;
  private final int rows;
  private final int slices;

  VoxelPlaces(VolumeGeometry geometry) {
    columns = geometry.columns();
    rows = geometry.rows();
    slices = geometry.slices();
    var steps =
        new Vector3[] {
          geometry.iDirection().scaled(geometry.iSpacingMm()),
          geometry.jDirection().scaled(geometry.jSpacingMm()),
          geometry.kDirection().scaled(geometry.kSpacingMm())
        };
    double volume = steps[0].cross(steps[1]).dot(steps[2]);
    var origin = new Vector3(geometry.origin().x(), geometry.origin().y(), geometry.origin().z());
    for (int axis = 0; axis < 3; axis++) {
      toMm[4 * axis + 3] = origin.component(axis);
      var across = steps[(axis + 1) % 3].cross(steps[(axis + 2) % 3]).scaled(1 / volume);
      toIndex[4 * axis + 3] = -across.dot(origin);
      for (int n = 0; n < 3; n++) {
        toMm[4 * axis + n] = steps[n].component(axis);
        toIndex[4 * axis + n] = across.component(n);
      }
    }
  }

  /** Component of the place of a voxel: 0 for x, 1 for y, 2 for z. */
  double mm(int axis, int i, int j, int k) {
    int row = 4 * axis;
    return toMm[row] * i + toMm[row + 1] * j + toMm[row + 2] * k + toMm[row + 3];
  }

  /** Nearest index along an axis of the voxels: 0 for i, 1 for j, 2 for k; may lie outside. */
  int index(int axis, double[] place) {
    int row = 4 * axis;
    return (int)
        Math.floor(
            toIndex[row] * place[0]
                + toIndex[row + 1] * place[1]
                + toIndex[row + 2] * place[2]
                + toIndex[row + 3]
                + 0.5);
  }

  boolean holds(int i, int j, int k) {
    return i >= 0 && i < columns && j >= 0 && j < rows && k >= 0 && k < slices;
  }

  int columns() {
    return columns;
  }
}
