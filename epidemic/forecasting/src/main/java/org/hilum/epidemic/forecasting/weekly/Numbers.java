package org.hilum.epidemic.forecasting.weekly;

import java.util.Arrays;
import org.hilum.epidemic.forecasting.QuantileLevels;

/** Weighted quantiles and a small linear solver. */
final class Numbers {

  private Numbers() {}

  /** The values at the hub's levels: the smallest whose weights up to it reach the level. */
  static double[] weightedQuantiles(double[] values, double[] weights) {
    int[] order = order(values);
    double total = Arrays.stream(weights).sum();
    double[] quantiles = new double[QuantileLevels.COUNT];
    int at = 0;
    double below = 0;
    for (int q = 0; q < quantiles.length; q++) {
      double wanted = QuantileLevels.at(q) * total;
      while (at < order.length - 1 && below + weights[order[at]] < wanted) {
        below += weights[order[at]];
        at++;
      }
      quantiles[q] = values[order[at]];
    }
    return quantiles;
  }

  /** Places of the values from the smallest to the largest. */
  private static int[] order(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    long[] keys = new long[values.length];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = ((long) Arrays.binarySearch(sorted, values[i]) << 32) | i;
    }
    Arrays.sort(keys);
    return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
  }

  /** Solves a system given as rows with the right side last; the rows are used up. */
  static double[] solve(double[][] rows) {
    int size = rows.length;
    for (int i = 0; i < size; i++) {
      int pivot = i;
      for (int r = i + 1; r < size; r++) {
        pivot = Math.abs(rows[r][i]) > Math.abs(rows[pivot][i]) ? r : pivot;
      }
      double[] swap = rows[i];
      rows[i] = rows[pivot];
      rows[pivot] = swap;
      for (int r = i + 1; r < size; r++) {
        double factor = rows[r][i] / rows[i][i];
        for (int c = i; c <= size; c++) {
          rows[r][c] -= factor * rows[i][c];
        }
      }
    }
    double[] solution = new double[size];
    for (int i = size - 1; i >= 0; i--) {
      double rest = rows[i][size];
      for (int c = i + 1; c < size; c++) {
        rest -= rows[i][c] * solution[c];
      }
      solution[i] = rest / rows[i][i];
    }
    return solution;
  }
}
