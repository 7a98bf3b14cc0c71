package org.hilum.imaging.evaluation.agreement;

import java.util.BitSet;
import org.hilum.imaging.volume.VolumeGeometry;

/**
 * The points between eight voxels, in the smallest box around two masks: point (k, j, i) lies
 * between voxels k and k+1, j and j+1, i and i+1.
 *
 * @param firstK first layer of the box; likewise the other axes, all ends inside
 */
record Lattice(int firstK, int lastK, int firstJ, int lastJ, int firstI, int lastI) {

  /** The box around what either mask holds on these slices; without a point where that is none. */
  static Lattice around(VolumeGeometry geometry, Mask one, Mask other, BitSet slices) {
    int columns = geometry.columns();
    int minK = Integer.MAX_VALUE;
    int minJ = Integer.MAX_VALUE;
    int minI = Integer.MAX_VALUE;
    int maxK = -1;
    int maxJ = -1;
    int maxI = -1;
    for (int k = slices.nextSetBit(0); k >= 0; k = slices.nextSetBit(k + 1)) {
      for (int at = 0; at < geometry.sliceSize(); at++) {
        if (one.has(k, at) || other.has(k, at)) {
          minK = Math.min(minK, k);
          maxK = k;
          minJ = Math.min(minJ, at / columns);
          maxJ = Math.max(maxJ, at / columns);
          minI = Math.min(minI, at % columns);
          maxI = Math.max(maxI, at % columns);
        }
      }
    }
    return new Lattice(
        Math.max(0, minK - 1),
        Math.min(geometry.slices() - 2, maxK),
        Math.max(0, minJ - 1),
        Math.min(geometry.rows() - 2, maxJ),
        Math.max(0, minI - 1),
        Math.min(columns - 2, maxI));
  }

  int depth() {
    return Math.max(0, lastK - firstK + 1);
  }

  int height() {
    return Math.max(0, lastJ - firstJ + 1);
  }

  int width() {
    return Math.max(0, lastI - firstI + 1);
  }

  /** Whether masks of this box can be put in one set of bits. */
  boolean isTooLarge() {
    return (long) depth() * height() * width() > Integer.MAX_VALUE - 64;
  }

  /** Place of a point counted from the first of the box. */
  int place(int k, int j, int i) {
    return (k * height() + j) * width() + i;
  }
}
