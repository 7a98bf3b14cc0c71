package org.hilum.epidemic.economy.gap;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What full stringency over a quarter costs, percent of output, and how that may go on.
 *
 * @param percent mean
 * @param deviation standard deviation, percent
 */
record Elasticity(double percent, double deviation) {

  /** Standard deviation of a uniform distribution of width 1. */
  private static final double UNIFORM = 1 / Math.sqrt(12);

  /** Least squares through the origin of gaps on mean stringency; NaN without stringency. */
  static double fitted(double[] gaps, double[] stringency) {
    double product =
        IntStream.range(0, gaps.length).mapToDouble(i -> -gaps[i] * stringency[i]).sum();
    double square =
        IntStream.range(0, gaps.length).mapToDouble(i -> stringency[i] * stringency[i]).sum();
    return square > 0 ? product / square : Double.NaN;
  }

  /**
   * One reading, to be trusted no further than others of the same thing differ from it: uniform, as
   * far to each side as the most distant other.
   */
  static Elasticity around(double percent, List<Double> others) {
    double furthest =
        others.stream().mapToDouble(other -> Math.abs(other - percent)).max().orElse(0);
    return new Elasticity(percent, 2 * furthest * UNIFORM);
  }

  /** The elasticity some strong quarters later, see {@link Adaptation}. */
  Elasticity after(int quarters, Adaptation adaptation) {
    double factor = Math.pow(adaptation.keptFraction(), quarters);
    double unsure = Math.min(1, quarters * adaptation.deviation() / adaptation.keptFraction());
    return new Elasticity(percent * factor, factor * Math.hypot(deviation, percent * unsure));
  }
}
