package org.hilum.imaging.comparison.alignment;

/**
 * What is matched of one date, on a lattice: four values at each cube, see the constants.
 *
 * @param values {@code [cube * CHANNELS + channel]}
 */
record LungImage(Lattice lattice, float[] values) {

  static final int CHANNELS = 4;

  /** How much denser than the lung around it, in local standard deviations; times lung. */
  static final int CONTRAST = 0;

  /** Part of the cube that is lung. */
  static final int LUNG = 1;

  /** Part of the lung about the cube that is opacity. */
  static final int OPACITY = 2;

  /** Part of the cube that was scanned. */
  static final int COVERED = 3;

  /** Radius (standard deviation) of "the lung around", in mm: vessels and fissures are smaller. */
  private static final double AROUND_MM = 10;

  /**
   * Added to the local standard deviation, in HU, so that noise in lung without vessels is not made
   * as strong as vessels.
   */
  private static final float FLOOR_HU = 50;

  /** Greatest contrast, so that one calcified node does not count more than all vessels. */
  private static final float MOST = 3;

  /** How much opacity counts in what the lung around is like: little, since it comes and goes. */
  private static final float OPACITY_COUNTS = 0.1f;

  /** Standard deviation, in mm, by which opacity is blurred: its rim is not trusted. */
  private static final double RIM_MM = 3;

  /** Least part of a neighbourhood that must be lung to speak of the lung around. */
  private static final float LEAST_LUNG = 1e-3f;

  static LungImage of(SampledLungs lungs) {
    var lattice = lungs.lattice();
    var around = lungs.halved();
    double sigma = AROUND_MM / around.lattice().stepMm();
    var weight = around.lung().clone();
    var mean = around.air().clone();
    var square = around.airSquared().clone();
    for (int n = 0; n < weight.length; n++) {
      float part = around.lung()[n] > 0 ? Math.min(1, around.opacity()[n] / around.lung()[n]) : 0;
      float counts = 1 - (1 - OPACITY_COUNTS) * part;
      weight[n] *= counts;
      mean[n] *= counts;
      square[n] *= counts;
    }
    Blur.inPlace(weight, around.lattice(), sigma);
    Blur.inPlace(mean, around.lattice(), sigma);
    Blur.inPlace(square, around.lattice(), sigma);
    for (int n = 0; n < weight.length; n++) {
      float total = Math.max(LEAST_LUNG, weight[n]);
      mean[n] /= total;
      square[n] = (float) Math.sqrt(Math.max(0, square[n] / total - mean[n] * mean[n]));
    }
    var opacity = lungs.opacity().clone();
    Blur.inPlace(opacity, lattice, RIM_MM / lattice.stepMm());
    return painted(lungs, Halving.undo(mean, lattice), Halving.undo(square, lattice), opacity);
  }

  private static LungImage painted(
      SampledLungs lungs, float[] mean, float[] deviation, float[] opacity) {
    var lattice = lungs.lattice();
    var values = new float[CHANNELS * lattice.size()];
    Layers.forEach(
        lattice.layers(),
        z -> {
          for (int n = z * lattice.layer(); n < (z + 1) * lattice.layer(); n++) {
            float lung = lungs.lung()[n];
            int at = CHANNELS * n;
            if (lung > 0) {
              float hu = lungs.air()[n] / lung;
              float contrast = (hu - mean[n]) / (deviation[n] + FLOOR_HU);
              values[at + CONTRAST] = lung * Math.clamp(contrast, -MOST, MOST);
            }
            values[at + LUNG] = lung;
            values[at + OPACITY] = opacity[n];
            values[at + COVERED] = lungs.covered()[n];
          }
        });
    return new LungImage(lattice, values);
  }

  LungImage halved() {
    return new LungImage(lattice.halved(), Halving.of(values, lattice, CHANNELS));
  }

  /** Sum of squared contrast and of lung. */
  double[] power() {
    return Layers.sum(
        lattice.layers(),
        2,
        (z, sum) -> {
          for (int n = z * lattice.layer(); n < (z + 1) * lattice.layer(); n++) {
            sum[0] += values[CHANNELS * n] * values[CHANNELS * n];
            sum[1] += values[CHANNELS * n + LUNG];
          }
        });
  }

  /** Mean squared contrast of the lungs of two dates. */
  static double contrastPower(LungImage a, LungImage b) {
    var first = a.power();
    var second = b.power();
    return (first[0] + second[0]) / Math.max(1, first[1] + second[1]);
  }
}
