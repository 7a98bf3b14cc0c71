package org.hilum.imaging.segmentation.components;

/**
 * One region of voxels that hang together.
 *
 * @param number from 0, by the first voxel in raster order
 * @param voxels how many
 * @param meanColumn centroid along the columns
 */
public record Component(
    int number,
    long voxels,
    int firstSlice,
    int lastSlice,
    int firstRow,
    int lastRow,
    int firstColumn,
    int lastColumn,
    double meanColumn) {}
