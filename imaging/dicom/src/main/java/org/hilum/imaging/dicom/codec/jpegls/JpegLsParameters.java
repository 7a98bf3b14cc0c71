package org.hilum.imaging.dicom.codec.jpegls;

import org.hilum.imaging.dicom.codec.CodestreamException;

/**
 * The numbers that steer a scan (T.87 C.2.4.1.1).
 *
 * @param maxValue largest sample
 * @param t1 first threshold of gradients
 * @param t2 second threshold
 * @param t3 third threshold
 * @param reset occurrences after which a context is halved
 * @param near largest difference that coding may make; 0 is lossless
 */
record JpegLsParameters(int maxValue, int t1, int t2, int t3, int reset, int near) {

  private static final int DEFAULT_RESET = 64;

  /** Keeps the sums of a context within an int; encoders write 64. */
  private static final int LARGEST_RESET = 4095;

  JpegLsParameters {
    boolean plausible =
        maxValue >= 1
            && maxValue <= 0xFFFF
            && near >= 0
            && near <= Math.min(255, maxValue / 2)
            && t1 > near
            && t1 <= t2
            && t2 <= t3
            && t3 <= maxValue
            && reset >= 3
            && reset <= LARGEST_RESET;
    if (!plausible) {
      throw CodestreamException.broken("the JPEG-LS parameters are impossible");
    }
  }

  /** Fills in the defaults where a value is 0, as it is when the codestream names none. */
  static JpegLsParameters of(int[] written, int precision, int near) {
    int maxValue = written[0] == 0 ? (1 << precision) - 1 : written[0];
    int[] defaults = defaults(maxValue, near);
    return new JpegLsParameters(
        maxValue,
        written[1] == 0 ? defaults[0] : written[1],
        written[2] == 0 ? defaults[1] : written[2],
        written[3] == 0 ? defaults[2] : written[3],
        written[4] == 0 ? DEFAULT_RESET : written[4],
        near);
  }

  private static int[] defaults(int maxValue, int near) {
    int[] basic = {3, 7, 21};
    int[] thresholds = new int[3];
    int lower = near + 1;
    for (int n = 0; n < 3; n++) {
      int least = n + 2;
      int value;
      if (maxValue >= 128) {
        int factor = (Math.min(maxValue, 4095) + 128) / 256;
        value = factor * (basic[n] - least) + least + (2 * n + 3) * near;
      } else {
        int factor = 256 / (maxValue + 1);
        value = Math.max(least, basic[n] / factor + (2 * n + 3) * near);
      }
      thresholds[n] = value > maxValue || value < lower ? lower : value;
      lower = thresholds[n];
    }
    return thresholds;
  }

  /** Number of different prediction errors. */
  int range() {
    return (maxValue + 2 * near) / (2 * near + 1) + 1;
  }

  /** Bits of a prediction error written plainly. */
  int errorBits() {
    return 32 - Integer.numberOfLeadingZeros(range() - 1);
  }

  /** Longest code of a prediction error. */
  int limit() {
    int bits = Math.max(2, 32 - Integer.numberOfLeadingZeros(maxValue));
    return 2 * (bits + Math.max(8, bits));
  }

  /** Region of each gradient from -maxValue to maxValue, -4 to 4 (T.87 A.3.3). */
  byte[] regions() {
    var regions = new byte[2 * maxValue + 1];
    for (int d = -maxValue; d <= maxValue; d++) {
      int size = Math.abs(d);
      int region = size <= near ? 0 : size < t1 ? 1 : size < t2 ? 2 : size < t3 ? 3 : 4;
      regions[d + maxValue] = (byte) (d < 0 ? -region : region);
    }
    return regions;
  }
}
