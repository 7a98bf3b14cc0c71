package org.hilum.imaging.comparison.alignment;

/** How far the lungs of two dates lie on each other, where both dates were scanned. */
final class LungOverlap {

  private static final int CHANNELS = LungImage.CHANNELS;

  private LungOverlap() {}

  /** Adds lung of both that both scans cover, how much of it lies apart, and lung not covered. */
  static void addLayer(LungImage a, LungImage b, int z, double[] sum) {
    int layer = a.lattice().layer();
    for (int n = z * layer; n < (z + 1) * layer; n++) {
      int at = CHANNELS * n;
      double first = a.values()[at + LungImage.LUNG];
      double second = b.values()[at + LungImage.LUNG];
      double seen =
          (double) a.values()[at + LungImage.COVERED] * b.values()[at + LungImage.COVERED];
      sum[0] += seen * (first + second);
      sum[1] += seen * Math.abs(first - second);
      sum[2] += (1 - seen) * (first + second);
    }
  }

  /** Dice of the lungs, 0 to 1, over what both scans cover; 0 where that is nothing. */
  static double dice(LungImage a, LungImage b) {
    var sums = Layers.sum(a.lattice().layers(), 3, (z, sum) -> addLayer(a, b, z, sum));
    return sums[0] > 0 ? 1 - sums[1] / sums[0] : 0;
  }

  /** Part of all lung of both dates that both scans cover. */
  static double seen(LungImage a, LungImage b) {
    var sums = Layers.sum(a.lattice().layers(), 3, (z, sum) -> addLayer(a, b, z, sum));
    return sums[0] / Math.max(1e-9, sums[0] + sums[2]);
  }
}
