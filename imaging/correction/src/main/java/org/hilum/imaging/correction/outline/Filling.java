package org.hilum.imaging.correction.outline;

import java.util.ArrayDeque;
import java.util.BitSet;

/**
 * Finds the holes of lesions, slice by slice of the scan: lung that a lesion closes in within its
 * slice, as vessels and bronchi it runs around.
 *
 * <p>In two dimensions, since a vessel leaves a lesion at both ends and is no hole in three.
 * Outside is what can be reached from the edge of the lesion's own box over faces.
 */
final class Filling {

  private final Outlines outlines;
  private final LungBox box;

  Filling(Outlines outlines, LungBox box) {
    this.outlines = outlines;
    this.box = box;
  }

  BitSet holes(BitSet lesion) {
    var holes = new BitSet();
    for (int k = box.kFrom(); k < box.kTo(); k++) {
      int start = k * box.sliceSize();
      int first = lesion.nextSetBit(start);
      if (first >= 0 && first < start + box.sliceSize()) {
        addHoles(lesion, start, holes);
      }
    }
    return holes;
  }

  private void addHoles(BitSet lesion, int start, BitSet holes) {
    int jFrom = Integer.MAX_VALUE;
    int jTo = 0;
    int iFrom = Integer.MAX_VALUE;
    int iTo = 0;
    int end = start + box.sliceSize();
    for (int voxel = lesion.nextSetBit(start);
        voxel >= 0 && voxel < end;
        voxel = lesion.nextSetBit(voxel + 1)) {
      int j = (voxel - start) / box.columns();
      int i = (voxel - start) % box.columns();
      jFrom = Math.min(jFrom, j);
      jTo = Math.max(jTo, j + 1);
      iFrom = Math.min(iFrom, i);
      iTo = Math.max(iTo, i + 1);
    }
    var outside = outside(lesion, start, jFrom, jTo, iFrom, iTo);
    for (int j = jFrom; j < jTo; j++) {
      for (int i = iFrom; i < iTo; i++) {
        int voxel = start + j * box.columns() + i;
        if (!lesion.get(voxel)
            && !outside.get((j - jFrom) * (iTo - iFrom) + i - iFrom)
            && outlines.lung(voxel) != 0) {
          holes.set(voxel);
        }
      }
    }
  }

  /** What of the box is reached from its edge, by place in the box. */
  private BitSet outside(BitSet lesion, int start, int jFrom, int jTo, int iFrom, int iTo) {
    int width = iTo - iFrom;
    int height = jTo - jFrom;
    var outside = new BitSet(width * height);
    var open = new ArrayDeque<Integer>();
    for (int j = 0; j < height; j++) {
      for (int i = 0; i < width; i++) {
        boolean isEdge = j == 0 || j == height - 1 || i == 0 || i == width - 1;
        if (isEdge && !lesion.get(start + (j + jFrom) * box.columns() + i + iFrom)) {
          outside.set(j * width + i);
          open.add(j * width + i);
        }
      }
    }
    int[] steps = {1, 0, -1, 0, 0, 1, 0, -1};
    while (!open.isEmpty()) {
      int at = open.remove();
      for (int n = 0; n < steps.length; n += 2) {
        int j = at / width + steps[n];
        int i = at % width + steps[n + 1];
        if (j >= 0
            && j < height
            && i >= 0
            && i < width
            && !outside.get(j * width + i)
            && !lesion.get(start + (j + jFrom) * box.columns() + i + iFrom)) {
          outside.set(j * width + i);
          open.add(j * width + i);
        }
      }
    }
    return outside;
  }
}
