package org.hilum.imaging.segmentation.preparation;

import java.util.OptionalDouble;

/**
 * How noisy the slices are that a network sees, in HU.
 *
 * <p>In: slices on the frame, 0..1. Out: the standard deviation in soft tissue, from the median
 * difference of pixels two apart, which edges hardly change; empty where there is too little soft
 * tissue to tell.
 *
 * <p>Limits: noise that is correlated over more than two pixels (3 mm) is underestimated.
 */
public final class NoiseEstimate {

  /** Fat to contrast-free muscle and blood. */
  private static final double SOFT_LOW_HU = -100;

  private static final double SOFT_HIGH_HU = 140;

  private static final int FEWEST_PAIRS = 1000;

  /** One slice in so many is looked at. */
  private static final int EVERY = 8;

  /** A normal distribution has half of its absolute values under 0.6745 standard deviations. */
  private static final double MEDIAN_TO_SD = 1 / 0.6745;

  private NoiseEstimate() {}

  /** The noise of a chest. */
  public static OptionalDouble hu(float[][] grey, FrameRule rule) {
    double span = rule.clipHighHu() - rule.clipLowHu();
    float low = (float) ((SOFT_LOW_HU - rule.clipLowHu()) / span);
    float high = (float) ((SOFT_HIGH_HU - rule.clipLowHu()) / span);
    var histogram = new long[(int) span + 1];
    long pairs = 0;
    for (int run = EVERY / 2; run < grey.length; run += EVERY) {
      var slice = grey[run];
      for (int pixel = 0; pixel < slice.length - 2; pixel++) {
        float one = slice[pixel];
        float other = slice[pixel + 2];
        if (one > low && one < high && other > low && other < high) {
          histogram[(int) (Math.abs(one - other) * span)]++;
          pairs++;
        }
      }
    }
    return pairs < FEWEST_PAIRS
        ? OptionalDouble.empty()
        : OptionalDouble.of(median(histogram, pairs) * MEDIAN_TO_SD / Math.sqrt(2));
  }

  private static double median(long[] histogram, long pairs) {
    long below = 0;
    int hu = 0;
    while (below + histogram[hu] <= pairs / 2) {
      below += histogram[hu++];
    }
    return hu + (pairs / 2.0 - below) / histogram[hu];
  }
}
