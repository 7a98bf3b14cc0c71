package org.hilum.imaging.segmentation.cleanup;

/**
 * How large the voxels of the network's frame are.
 *
 * @param size rows and columns of a slice
 * @param mmPerPixel side of a pixel
 * @param runSpacingMm from one run slice to the next
 */
public record FrameGrid(int size, double mmPerPixel, double runSpacingMm) {

  /** Volume of one voxel. */
  public double voxelMl() {
    return mmPerPixel * mmPerPixel * runSpacingMm / 1000;
  }

  /** Number of voxels of one slice. */
  public int pixels() {
    return size * size;
  }
}
