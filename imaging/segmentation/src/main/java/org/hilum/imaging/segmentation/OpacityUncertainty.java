package org.hilum.imaging.segmentation;

import org.hilum.imaging.volume.LabelRaster;

/**
 * How far the amount of opacity may lie from what the masks say.
 *
 * @param levels of every lung voxel: {@link #PROBABLE} where the calibrated probability of opacity
 *     is above the interval's {@code upperProbability}, {@link #POSSIBLE} where it is only above
 *     its {@code lowerProbability}, else 0; slices may share arrays, which must not be changed
 * @param interval how amounts at these levels become an interval
 */
public record OpacityUncertainty(LabelRaster levels, NetworkCard.Interval interval) {

  /** Label of a voxel that counts for the upper end of the interval only. */
  public static final byte POSSIBLE = 1;

  /** Label of a voxel that counts for both ends of the interval. */
  public static final byte PROBABLE = 2;
}
