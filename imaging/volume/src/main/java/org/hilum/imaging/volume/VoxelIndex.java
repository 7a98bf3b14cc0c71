package org.hilum.imaging.volume;

/** Where something lies among the voxels of a volume: slice, row, column; may be fractional. */
public record VoxelIndex(double k, double j, double i) {}
