package org.hilum.imaging.quantification.partition;

/** A box of voxels: each index from its first to before its last. */
public record IndexBox(int kFrom, int kTo, int jFrom, int jTo, int iFrom, int iTo) {

  /** Whether it holds no voxel. */
  public boolean isEmpty() {
    return kFrom >= kTo || jFrom >= jTo || iFrom >= iTo;
  }
}
