package org.hilum.imaging.evaluation.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How often voxels of each stated probability of opacity were drawn as opacity.
 *
 * <p>In: probabilities as bytes, 0 to 255 for 0 to 1. <br>
 * Source: bins and expected calibration error of Guo et al. 2017, arXiv 1706.04599, equations 1 to
 * 3; temperature of their section 4. <br>
 * Limits: a probability is known to 1/255; what the network rounded to 0 or 1 stays there at any
 * temperature.
 *
 * @param voxels by probability
 * @param drawn those of them that were drawn as opacity
 */
public record Reliability(long[] voxels, long[] drawn) {

  /** Number of bins of equal width. */
  public static final int BINS = 10;

  private static final int LEVELS = 256;

  public Reliability {
    if (voxels.length != LEVELS || drawn.length != LEVELS) {
      throw new IllegalArgumentException("one count a byte");
    }
  }

  /** Nothing counted yet. */
  public static Reliability none() {
    return new Reliability(new long[LEVELS], new long[LEVELS]);
  }

  /**
   * One bin.
   *
   * @param meanProbability of its voxels
   * @param drawnShare which share of them was drawn as opacity
   */
  public record Bin(
      double from, double to, long voxels, double meanProbability, double drawnShare) {}

  /** Counts one voxel. */
  public void add(byte probability, boolean isDrawn) {
    voxels[probability & 0xFF]++;
    drawn[probability & 0xFF] += isDrawn ? 1 : 0;
  }

  /** Both together. */
  public Reliability plus(Reliability other) {
    var sum = new Reliability(voxels.clone(), drawn.clone());
    for (int level = 0; level < LEVELS; level++) {
      sum.voxels[level] += other.voxels[level];
      sum.drawn[level] += other.drawn[level];
    }
    return sum;
  }

  /** The bins that hold a voxel, each logit divided by a temperature first; 1 leaves them. */
  public List<Bin> bins(double temperature) {
    var count = new long[BINS];
    var positive = new long[BINS];
    var sum = new double[BINS];
    for (int level = 0; level < LEVELS; level++) {
      double probability = tempered(level / 255.0, temperature);
      int bin = Math.min(BINS - 1, (int) (probability * BINS));
      count[bin] += voxels[level];
      positive[bin] += drawn[level];
      sum[bin] += probability * voxels[level];
    }
    var bins = new ArrayList<Bin>();
    for (int bin = 0; bin < BINS; bin++) {
      if (count[bin] > 0) {
        bins.add(
            new Bin(
                bin / (double) BINS,
                (bin + 1) / (double) BINS,
                count[bin],
                sum[bin] / count[bin],
                positive[bin] / (double) count[bin]));
      }
    }
    return bins;
  }

  private static double tempered(double probability, double temperature) {
    return temperature == 1
        ? probability
        : 1 / (1 + Math.pow((1 - probability) / probability, 1 / temperature));
  }

  /** Mean distance of stated probability and drawn share, weighed by voxels; 0 is best. */
  public OptionalDouble expectedCalibrationError(double temperature) {
    var bins = bins(temperature);
    double all = bins.stream().mapToLong(Bin::voxels).sum();
    return bins.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(
            bins.stream()
                .mapToDouble(
                    bin -> bin.voxels() / all * Math.abs(bin.drawnShare() - bin.meanProbability()))
                .sum());
  }
}
