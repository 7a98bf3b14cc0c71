package org.hilum.imaging.segmentation;

import java.util.Arrays;
import org.hilum.imaging.segmentation.painting.PaintedMasks;
import org.hilum.imaging.segmentation.workers.Workers;
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

  static LungCensus of(VolumeGeometry geometry, PaintedMasks masks, Workers workers) {
    var slices = new SliceCensus[geometry.slices()];
    workers.forEach(
        slices.length,
        k ->
            slices[k] =
                SliceCensus.of(
                    masks.lungs()[k], masks.opacity()[k], geometry.rows(), geometry.columns()));
    long left = Arrays.stream(slices).mapToLong(SliceCensus::left).sum();
    long lungs = Arrays.stream(slices).mapToLong(SliceCensus::lungs).sum();
    long largest = Arrays.stream(slices).mapToLong(SliceCensus::lungs).max().orElse(0);
    return new LungCensus(
        left,
        lungs - left,
        Arrays.stream(slices).mapToLong(SliceCensus::opacity).sum(),
        Arrays.stream(slices).mapToLong(SliceCensus::atSides).sum(),
        share(slices[slices.length - 1].lungs(), largest),
        share(slices[0].lungs(), largest));
  }

  private static double share(long part, long whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }

  /** Voxels of both lungs. */
  long lungs() {
    return left + right;
  }

  private record SliceCensus(long left, long lungs, long opacity, long atSides) {

    static SliceCensus of(byte[] lungs, byte[] opacity, int rows, int columns) {
      long left = 0;
      long either = 0;
      long opaque = 0;
      for (int voxel = 0; voxel < lungs.length; voxel++) {
        left += lungs[voxel] == LungLabel.LEFT ? 1 : 0;
        either += lungs[voxel] != 0 ? 1 : 0;
        opaque += opacity[voxel] != 0 ? 1 : 0;
      }
      return new SliceCensus(left, either, opaque, either == 0 ? 0 : atSides(lungs, rows, columns));
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
  }
}
