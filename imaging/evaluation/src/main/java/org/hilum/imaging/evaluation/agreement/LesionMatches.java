package org.hilum.imaging.evaluation.agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.hilum.imaging.volume.VolumeGeometry;

/**
 * The connected parts of a mask in three dimensions, each with what it shares with another mask.
 *
 * <p>Voxels that share a face, an edge or a corner (26 neighbours) belong together, as in the
 * product's count of lesions.
 */
public final class LesionMatches {

  private final VolumeGeometry geometry;
  private final Mask mask;
  private final Mask other;
  private final BitSet slices;
  private final BitSet visited;
  private int[] waiting = new int[1024];
  private int count;

  private LesionMatches(VolumeGeometry geometry, Mask mask, Mask other, BitSet slices) {
    this.geometry = geometry;
    this.mask = mask;
    this.other = other;
    this.slices = slices;
    this.visited = new BitSet(Math.toIntExact(geometry.voxelCount()));
  }

  /** The parts of {@code mask} on some slices, however small. */
  public static List<LesionMatch> of(
      VolumeGeometry geometry, Mask mask, Mask other, BitSet slices) {
    return new LesionMatches(geometry, mask, other, slices).all();
  }

  private List<LesionMatch> all() {
    var parts = new ArrayList<LesionMatch>();
    for (int k = slices.nextSetBit(0); k >= 0; k = slices.nextSetBit(k + 1)) {
      for (int at = 0; at < geometry.sliceSize(); at++) {
        int voxel = k * geometry.sliceSize() + at;
        if (mask.has(k, at) && !visited.get(voxel)) {
          parts.add(grow(voxel));
        }
      }
    }
    return parts;
  }

  private LesionMatch grow(int seed) {
    long voxels = 0;
    long shared = 0;
    count = 0;
    visit(seed);
    while (count > 0) {
      int voxel = waiting[--count];
      int k = voxel / geometry.sliceSize();
      int at = voxel % geometry.sliceSize();
      voxels++;
      shared += other.has(k, at) ? 1 : 0;
      for (int near = Math.max(0, k - 1); near <= Math.min(geometry.slices() - 1, k + 1); near++) {
        if (slices.get(near)) {
          visitAround(near, at / geometry.columns(), at % geometry.columns());
        }
      }
    }
    return new LesionMatch(voxels, shared);
  }

  private void visitAround(int k, int j, int i) {
    int columns = geometry.columns();
    for (int row = Math.max(0, j - 1); row <= Math.min(geometry.rows() - 1, j + 1); row++) {
      for (int column = Math.max(0, i - 1); column <= Math.min(columns - 1, i + 1); column++) {
        int at = row * columns + column;
        if (mask.has(k, at) && !visited.get(k * geometry.sliceSize() + at)) {
          visit(k * geometry.sliceSize() + at);
        }
      }
    }
  }

  private void visit(int voxel) {
    visited.set(voxel);
    if (count == waiting.length) {
      waiting = Arrays.copyOf(waiting, 2 * count);
    }
    waiting[count++] = voxel;
  }
}
