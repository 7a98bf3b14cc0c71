package org.hilum.imaging.quantification.tally;

/**
 * What the voxels of one region add up to.
 *
 * @param voxels number of voxels
 * @param hu sum of HU
 * @param huSquared sum of HU squared
 * @param groundGlass voxels of ground-glass opacity
 * @param consolidation voxels of consolidation
 * @param undetermined voxels of opacity whose kind is not known
 * @param highOpacity opacity voxels above {@value VoxelTally#HIGH_OPACITY_ABOVE_HU} HU
 * @param opacityMass sum over opacity voxels of HU + 1000, not below 0
 * @param possible voxels that may be opacity, or probably are; 0 where the masks do not say
 * @param probable voxels that probably are opacity; 0 where the masks do not say
 */
public record RegionSums(
    long voxels,
    long hu,
    long huSquared,
    long groundGlass,
    long consolidation,
    long undetermined,
    long highOpacity,
    long opacityMass,
    long possible,
    long probable) {

  /** Opacity voxels of any kind. */
  public long opacity() {
    return groundGlass + consolidation + undetermined;
  }
}
