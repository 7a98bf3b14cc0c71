package org.hilum.imaging.correction.outline;

import java.util.function.IntConsumer;
import org.hilum.imaging.volume.VolumeGeometry;

/** Which voxels touch a voxel. */
record Neighbours(VolumeGeometry geometry) {

  /** By a face, an edge or a corner. */
  void forEach26(int voxel, IntConsumer found) {
    forEach(voxel, 3, found);
  }

  /** By a face. */
  void forEach6(int voxel, IntConsumer found) {
    forEach(voxel, 1, found);
  }

  private void forEach(int voxel, int mostSteps, IntConsumer found) {
    int columns = geometry.columns();
    int slice = geometry.sliceSize();
    int k = voxel / slice;
    int j = voxel % slice / columns;
    int i = voxel % columns;
    for (int dk = -1; dk <= 1; dk++) {
      for (int dj = -1; dj <= 1; dj++) {
        for (int di = -1; di <= 1; di++) {
          int steps = Math.abs(dk) + Math.abs(dj) + Math.abs(di);
          if (steps > 0
              && steps <= mostSteps
              && isInside(k + dk, geometry.slices())
              && isInside(j + dj, geometry.rows())
              && isInside(i + di, columns)) {
            found.accept(voxel + dk * slice + dj * columns + di);
          }
        }
      }
    }
  }

  private static boolean isInside(int index, int size) {
    return index >= 0 && index < size;
  }
}
