package org.hilum.imaging.volume.pixels;

import org.hilum.imaging.dicom.StoredFrame;
import org.hilum.imaging.volume.stack.Slice;

/**
 * Makes Hounsfield units of stored values.
 *
 * <p>Out: whole HU, halves upwards, within the range of a short. Stored values declared as padding,
 * and values below {@link HounsfieldTally#OUTSIDE_BELOW_HU}, become {@link HounsfieldTally#AIR_HU}.
 * <br>
 * Source: PS3.3 C.11.1 (modality LUT), C.7.5.1.1.2 (pixel padding).
 */
final class Rescale {

  private final double slope;
  private final double intercept;
  private final int paddingFrom;
  private final int paddingTo;
  private int outside;

  private Rescale(double slope, double intercept, int paddingFrom, int paddingTo) {
    this.slope = slope;
    this.intercept = intercept;
    this.paddingFrom = paddingFrom;
    this.paddingTo = paddingTo;
  }

  /** How the values of a slice are rescaled; padding is read as signed as the pixels are. */
  static Rescale of(Slice slice, boolean signed) {
    if (slice.paddingFirst().isEmpty()) {
      return new Rescale(slice.rescaleSlope(), slice.rescaleIntercept(), 1, 0);
    }
    int first = sample(slice.paddingFirst().getAsInt(), signed);
    int last = sample(slice.paddingLast().orElse(slice.paddingFirst().getAsInt()), signed);
    return new Rescale(
        slice.rescaleSlope(),
        slice.rescaleIntercept(),
        Math.min(first, last),
        Math.max(first, last));
  }

  private static int sample(int value, boolean signed) {
    return signed ? (short) value : value & 0xFFFF;
  }

  /** Hounsfield units of a frame, in the place of its stored values: it is not to be used again. */
  short[] apply(StoredFrame frame) {
    var hu = frame.samples();
    outside = 0;
    if (slope == 1 && intercept == Math.rint(intercept) && Math.abs(intercept) < 1 << 20) {
      shift(frame, (int) intercept, hu);
    } else {
      scale(frame, hu);
    }
    return hu;
  }

  /** How many values of the last frame were outside the field. */
  int outside() {
    return outside;
  }

  private void shift(StoredFrame frame, int by, short[] hu) {
    int mask = frame.signed() ? -1 : 0xFFFF;
    int padded = 0;
    for (int n = 0; n < hu.length; n++) {
      int stored = hu[n] & mask;
      int value = stored + by;
      if (value < HounsfieldTally.OUTSIDE_BELOW_HU
          || stored >= paddingFrom && stored <= paddingTo) {
        hu[n] = HounsfieldTally.AIR_HU;
        padded++;
      } else {
        hu[n] = (short) Math.min(value, Short.MAX_VALUE);
      }
    }
    outside = padded;
  }

  private void scale(StoredFrame frame, short[] hu) {
    int padded = 0;
    for (int n = 0; n < hu.length; n++) {
      int stored = frame.value(n);
      double value = stored * slope + intercept;
      if (value < HounsfieldTally.OUTSIDE_BELOW_HU
          || stored >= paddingFrom && stored <= paddingTo) {
        hu[n] = HounsfieldTally.AIR_HU;
        padded++;
      } else {
        hu[n] = (short) Math.min(Math.floor(value + 0.5), Short.MAX_VALUE);
      }
    }
    outside = padded;
  }
}
