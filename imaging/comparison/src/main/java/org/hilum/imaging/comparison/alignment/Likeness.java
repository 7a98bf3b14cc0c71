package org.hilum.imaging.comparison.alignment;

/**
 * Whether the vessels and fissures of two dates are the same ones: the lungs of another patient can
 * be made to fill the same space, but their vessels do not lie on each other.
 */
final class Likeness {

  private static final int CHANNELS = LungImage.CHANNELS;
  private static final int SUMS = 6;

  private Likeness() {}

  /** Correlation of contrast, where both dates have lung without opacity; 0 where none has. */
  static double of(LungImage a, LungImage b) {
    var sums = Layers.sum(a.lattice().layers(), SUMS, (z, sum) -> add(a, b, z, sum));
    if (sums[0] == 0) {
      return 0;
    }
    double covariance = sums[3] - sums[1] * sums[2] / sums[0];
    double first = sums[4] - sums[1] * sums[1] / sums[0];
    double second = sums[5] - sums[2] * sums[2] / sums[0];
    return covariance / Math.sqrt(Math.max(1e-12, first * second));
  }

  private static void add(LungImage a, LungImage b, int z, double[] sum) {
    int layer = a.lattice().layer();
    for (int n = z * layer; n < (z + 1) * layer; n++) {
      int at = CHANNELS * n;
      double weight = Disagreement.trust(a.values(), b.values(), at);
      if (weight > 0) {
        double x = a.values()[at];
        double y = b.values()[at];
        sum[0] += weight;
        sum[1] += weight * x;
        sum[2] += weight * y;
        sum[3] += weight * x * y;
        sum[4] += weight * x * x;
        sum[5] += weight * y * y;
      }
    }
  }
}
