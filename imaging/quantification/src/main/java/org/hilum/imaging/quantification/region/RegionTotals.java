package org.hilum.imaging.quantification.region;

import java.util.OptionalDouble;
import org.hilum.imaging.quantification.tally.RegionSums;
import org.hilum.imaging.vocabulary.Region;

/**
 * Everything known of one region before it is put into units.
 *
 * @param voxelMl volume of a voxel; empty when the source gives no trustworthy spacing
 * @param lesions number of lesions that lie mostly in the region
 */
record RegionTotals(Region region, RegionSums sums, OptionalDouble voxelMl, long lesions) {}
