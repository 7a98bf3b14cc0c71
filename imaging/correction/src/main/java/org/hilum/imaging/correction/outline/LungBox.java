package org.hilum.imaging.correction.outline;

import org.hilum.imaging.volume.LabelRaster;

/**
 * The smallest box of voxels around both lungs: outside of it nothing is ever outlined.
 *
 * @param kFrom first slice; the others likewise
 * @param kTo after the last slice; the others likewise
 */
public record LungBox(
    int kFrom, int kTo, int jFrom, int jTo, int iFrom, int iTo, int columns, int sliceSize) {

  /** A stretch of a row. */
  @FunctionalInterface
  interface StretchListener {
    /** The voxels from one to before another are of a lesion. */
    void stretch(int number, int from, int to);
  }

  /** That of a mask of lungs. */
  public static LungBox of(LabelRaster lungs) {
    var geometry = lungs.geometry();
    int[] least = {geometry.slices(), geometry.rows(), geometry.columns()};
    int[] most = new int[3];
    for (int k = 0; k < geometry.slices(); k++) {
      var slice = lungs.labels()[k];
      for (int j = 0, voxel = 0; j < geometry.rows(); j++) {
        for (int i = 0; i < geometry.columns(); i++, voxel++) {
          if (slice[voxel] != 0) {
            include(least, most, k, j, i);
          }
        }
      }
    }
    return new LungBox(
        least[0],
        most[0],
        least[1],
        most[1],
        least[2],
        most[2],
        geometry.columns(),
        geometry.sliceSize());
  }

  private static void include(int[] least, int[] most, int... at) {
    for (int axis = 0; axis < at.length; axis++) {
      least[axis] = Math.min(least[axis], at[axis]);
      most[axis] = Math.max(most[axis], at[axis] + 1);
    }
  }

  /** Numeric kernel: every stretch of a row that is of one lesion, in the order of the voxels. */
  void forEachStretch(short[][] labels, StretchListener listener) {
    for (int k = kFrom; k < kTo; k++) {
      var slice = labels[k];
      for (int j = jFrom; j < jTo; j++) {
        int end = j * columns + iTo;
        int at = j * columns + iFrom;
        while (at < end) {
          int number = slice[at];
          int from = at;
          while (at < end && slice[at] == number) {
            at++;
          }
          if (number != 0) {
            listener.stretch(number, k * sliceSize + from, k * sliceSize + at);
          }
        }
      }
    }
  }
}
