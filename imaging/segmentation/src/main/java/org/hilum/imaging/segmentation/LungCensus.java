package org.hilum.imaging.segmentation;

import org.hilum.imaging.segmentation.painting.PaintedMasks;
import org.hilum.imaging.volume.VolumeGeometry;

/**
 * How many voxels the lungs have, and how many of them lie at the edges of the volume.
 *
 * @param opacity voxels of opacity
 * @param atSides lung voxels in the first or last row or column
 * @param topShare lung voxels of the last slice, as a part of the slice with most
 * @param bottomShare the same of the first slice
 */
record LungCensus(
    long left, long right, long opacity, long atSides, double topShare, double bottomShare) {

  static LungCensus of(VolumeGeometry geometry, PaintedMasks masks) {
    long left = 0;
    long right = 0;
    long opacity = 0;
    long atSides = 0;
    long largest = 0;
    var inSlice = new long[geometry.slices()];
    for (int k = 0; k < geometry.slices(); k++) {
      var lungs = masks.lungs()[k];
      for (byte label : lungs) {
        left += label == LungLabel.LEFT ? 1 : 0;
        inSlice[k] += label != 0 ? 1 : 0;
      }
      right += inSlice[k];
      for (byte label : masks.opacity()[k]) {
        opacity += label != 0 ? 1 : 0;
      }
      atSides += atSides(lungs, geometry.rows(), geometry.columns());
      largest = Math.max(largest, inSlice[k]);
    }
    return new LungCensus(
        left,
        right - left,
        opacity,
        atSides,
        share(inSlice[geometry.slices() - 1], largest),
        share(inSlice[0], largest));
  }

  private static double share(long part, long whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }

  private static long atSides(byte[] lungs, int rows, int columns) {
    long found = 0;
    for (int i = 0; i < columns; i++) {
      found += lungs[i] != 0 ? 1 : 0;
      found += lungs[(rows - 1) * columns + i] != 0 ? 1 : 0;
    }
    for (int j = 0; j < rows; j++) {
      found += lungs[j * columns] != 0 ? 1 : 0;
      found += lungs[j * columns + columns - 1] != 0 ? 1 : 0;
    }
    return found;
  }

  /** Voxels of both lungs. */
  long lungs() {
    return left + right;
  }
}
