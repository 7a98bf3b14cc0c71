package org.hilum.epidemic.forecasting.daily;

import java.util.Arrays;
import org.hilum.epidemic.forecasting.QuantileLevels;

/**
 * Which 23 quantiles a set of weighted, standardised errors has, drawn to a given shape while the
 * errors are few.
 */
final class ErrorShape {

  /** Student's t with five degrees of freedom, at the levels from the median up. */
  private static final double[] STUDENT = {
    0, 0.132, 0.267, 0.408, 0.559, 0.727, 0.920, 1.156, 1.476, 2.015, 2.571, 3.365
  };

  private double[][] errors = new double[256][];
  private int count;

  /** The shape while nothing is known. */
  static double[] unknown() {
    double[] shape = new double[QuantileLevels.COUNT];
    for (int k = 0; k < STUDENT.length; k++) {
      shape[QuantileLevels.MEDIAN + k] = STUDENT[k];
      shape[QuantileLevels.MEDIAN - k] = -STUDENT[k];
    }
    return shape;
  }

  void add(double error, double weight) {
    if (count == errors.length) {
      errors = Arrays.copyOf(errors, 2 * count);
    }
    errors[count++] = new double[] {error, weight};
  }

  /**
   * The quantiles.
   *
   * @param other shape to be drawn to
   * @param weight how many errors that shape counts for
   */
  double[] drawnTo(double[] other, double weight) {
    for (int q = 0; q < other.length; q++) {
      add(other[q], weight * (edge(q + 1) - edge(q)));
    }
    Arrays.sort(errors, 0, count, (a, b) -> Double.compare(a[0], b[0]));
    return quantiles();
  }

  /** Halfway between two levels; 0 and 1 at the ends. */
  private static double edge(int q) {
    if (q == 0 || q == QuantileLevels.COUNT) {
      return q == 0 ? 0 : 1;
    }
    return (QuantileLevels.at(q - 1) + QuantileLevels.at(q)) / 2;
  }

  private double[] quantiles() {
    double total = 0;
    for (int i = 0; i < count; i++) {
      total += errors[i][1];
    }
    double[] quantiles = new double[QuantileLevels.COUNT];
    double passed = 0;
    double before = errors[0][0];
    double beforeAt = 0;
    int q = 0;
    for (int i = 0; i < count; i++) {
      double at = (passed + errors[i][1] / 2) / total;
      for (; q < quantiles.length && QuantileLevels.at(q) <= at; q++) {
        double share = at > beforeAt ? (QuantileLevels.at(q) - beforeAt) / (at - beforeAt) : 1;
        quantiles[q] = before + share * (errors[i][0] - before);
      }
      passed += errors[i][1];
      before = errors[i][0];
      beforeAt = at;
    }
    Arrays.fill(quantiles, q, quantiles.length, before);
    return quantiles;
  }
}
