package org.hilum.imaging.volume.pixels;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hilum.imaging.vocabulary.Reason;
import org.hilum.imaging.volume.VolumeReason;

/**
 * Whether values are Hounsfield units of a chest, told from how many lie where.
 *
 * <p>Refuses values without air or without soft tissue: MR, masks, a lost or doubled rescale. <br>
 * Source: by definition air is -1000 HU and water 0 HU; aerated lung lies between. The least shares
 * are our own rule: a chest filling its field still holds far more than 1 % air and 3 % soft
 * tissue.
 *
 * @param voxels counted, without those outside the field
 * @param air between -1100 and -600 HU
 * @param soft between -150 and 250 HU: fat to muscle and blood
 * @param outside set to air because they lay outside the field
 */
public record HounsfieldTally(
    long voxels, long air, long soft, long outside, int lowest, int highest) {

  /** Voxels outside the scanner's field, and values that no matter has, are read as this. */
  public static final short AIR_HU = -1024;

  /** Below this lies no matter; scanners write -2000 or -3024 outside the field. */
  public static final int OUTSIDE_BELOW_HU = -1500;

  private static final int AIR_FROM_HU = -1100;
  private static final int AIR_TO_HU = -600;
  private static final int SOFT_FROM_HU = -150;
  private static final int SOFT_TO_HU = 250;
  private static final double LEAST_AIR = 0.01;
  private static final double LEAST_SOFT = 0.03;

  /** Compact bone and contrast reach beyond this in every chest. */
  private static final int BRIGHTEST_EXPECTED_HU = 300;

  /** Nothing counted yet. */
  public static final HounsfieldTally NONE =
      new HounsfieldTally(0, 0, 0, 0, Integer.MAX_VALUE, Integer.MIN_VALUE);

  /**
   * Counts a slice.
   *
   * @param outside how many of its voxels were set to {@link #AIR_HU}; these are not counted as air
   */
  public static HounsfieldTally of(short[] hu, int outside) {
    int air = 0;
    int soft = 0;
    int lowest = Short.MAX_VALUE;
    int highest = Short.MIN_VALUE;
    for (short value : hu) {
      lowest = Math.min(lowest, value);
      highest = Math.max(highest, value);
      air += value >= AIR_FROM_HU && value <= AIR_TO_HU ? 1 : 0;
      soft += value >= SOFT_FROM_HU && value <= SOFT_TO_HU ? 1 : 0;
    }
    return new HounsfieldTally(hu.length - outside, air - outside, soft, outside, lowest, highest);
  }

  /** Both together. */
  public HounsfieldTally plus(HounsfieldTally other) {
    return new HounsfieldTally(
        voxels + other.voxels,
        air + other.air,
        soft + other.soft,
        outside + other.outside,
        Math.min(lowest, other.lowest),
        Math.max(highest, other.highest));
  }

  /** Why the values are not Hounsfield units of a chest; empty when they may be. */
  public List<Reason> refusals() {
    var reasons = new ArrayList<Reason>();
    if (air < LEAST_AIR * voxels || soft < LEAST_SOFT * voxels || voxels == 0) {
      reasons.add(
          Reason.of(
              VolumeReason.NOT_HOUNSFIELD,
              String.format(
                  Locale.ROOT,
                  "the values are not Hounsfield units of a chest: %.1f %% lie near air and %.1f %%"
                      + " near soft tissue, from %d to %d; send the original CT",
                  percent(air),
                  percent(soft),
                  lowest,
                  highest)));
    }
    return reasons;
  }

  private double percent(long count) {
    return voxels == 0 ? 0 : 100.0 * count / voxels;
  }

  /** What must be said about the values. */
  public List<Reason> deviations() {
    var reasons = new ArrayList<Reason>();
    if (outside > 0) {
      reasons.add(
          Reason.of(
              VolumeReason.OUTSIDE_FIELD,
              outside + " voxels outside the scanner's field were read as " + AIR_HU + " HU"));
    }
    if (highest < BRIGHTEST_EXPECTED_HU) {
      reasons.add(
          Reason.of(
              VolumeReason.RANGE_CLIPPED,
              "no value is above "
                  + highest
                  + " HU: the bright end was cut off before it arrived"));
    }
    return reasons;
  }
}
