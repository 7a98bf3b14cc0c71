package org.hilum.imaging.comparison;

import org.hilum.imaging.volume.VolumeGeometry;

/**
 * A movement at every point of a regular grid.
 *
 * @param geometry where the points lie, along the axes of the patient (LPS)
 * @param mm {@code mm[k][(j * columns + i) * 3 + axis]}: displacement along x, y, z in millimetres
 */
public record DisplacementGrid(VolumeGeometry geometry, float[][] mm) {

  public DisplacementGrid {
    if (mm.length != geometry.slices()) {
      throw new IllegalArgumentException("one array a slice is needed");
    }
    for (var slice : mm) {
      if (slice.length != 3 * geometry.sliceSize()) {
        throw new IllegalArgumentException("every point has three components");
      }
    }
  }
}
