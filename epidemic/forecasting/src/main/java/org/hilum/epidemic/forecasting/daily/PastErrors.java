package org.hilum.epidemic.forecasting.daily;

import java.util.Arrays;
import org.hilum.epidemic.forecasting.QuantileLevels;

/**
 * How far forecasts of one horizon went astray lately, and so how wide the next ones must be
 * (conformal).
 *
 * <p>The error of a forecast is {@code e = log((came + 1) / (expected + 1))}; its variance is taken
 * as {@code spread² + 1 / (expected + 1)}, the spread being the place's own, drawn to that of all
 * places. The quantiles of {@code e / sqrt(variance)} are those of all places, for small, middling
 * and large counts apart, drawn to Student's t with five degrees of freedom while errors are few.
 */
final class PastErrors {

  /** Errors that the Student's t counts for while there are few. */
  private static final double FIRST_GUESS = 20;

  private static final double LEAST_SPREAD = 0.02;

  /** Expected counts that part small from middling and middling from large. */
  private static final double[] SIZES = {4, 30};

  private final Memory memory;
  private final int places;
  private int[] place = new int[1024];
  private double[] error = new double[1024];
  private double[] expected = new double[1024];
  private double[] weight = new double[1024];
  private int count;
  private double[] spreads = new double[0];
  private double[][] shape = new double[0][];

  /**
   * How past errors are weighed.
   *
   * @param usualSpread spread to begin from while there are no errors, log scale
   * @param halfLife days after which an error weighs half
   * @param ownAfter weight of own errors from which a place's own spread outweighs that of all
   */
  record Memory(double usualSpread, double halfLife, double ownAfter) {}

  PastErrors(int places, Memory memory) {
    this.places = places;
    this.memory = memory;
  }

  /**
   * Adds a forecast whose truth is known.
   *
   * @param age days since
   */
  void add(int where, double foreseen, double came, int age) {
    if (count == place.length) {
      place = Arrays.copyOf(place, 2 * count);
      error = Arrays.copyOf(error, 2 * count);
      expected = Arrays.copyOf(expected, 2 * count);
      weight = Arrays.copyOf(weight, 2 * count);
    }
    place[count] = where;
    error[count] = Math.log((came + 1) / (foreseen + 1));
    expected[count] = foreseen;
    weight[count] = Math.pow(0.5, age / memory.halfLife);
    count++;
  }

  /** Learns from all that was added. */
  PastErrors learn() {
    learnSpreads();
    shape = new double[SIZES.length + 1][];
    double[] all = shapeOf(-1, student());
    for (int size = 0; size < shape.length; size++) {
      shape[size] = shapeOf(size, all);
    }
    return this;
  }

  private void learnSpreads() {
    double[] weights = new double[places];
    double[] absolute = new double[places];
    double[] noise = new double[places];
    for (int i = 0; i < count; i++) {
      double telling = weight[i] * expected[i] / (expected[i] + 10);
      weights[place[i]] += telling;
      absolute[place[i]] += telling * Math.min(2, Math.abs(error[i]));
      noise[place[i]] += telling / (expected[i] + 1);
    }
    double[] squares = new double[places];
    double own = memory.ownAfter;
    double pool = own * memory.usualSpread * memory.usualSpread;
    double poolWeight = own;
    for (int p = 0; p < places; p++) {
      if (weights[p] > 0) {
        double mean = 1.25 * absolute[p] / weights[p];
        squares[p] = Math.max(LEAST_SPREAD * LEAST_SPREAD, mean * mean - noise[p] / weights[p]);
        pool += weights[p] * squares[p];
        poolWeight += weights[p];
      }
    }
    double shared = pool / poolWeight;
    spreads = new double[places];
    for (int p = 0; p < places; p++) {
      spreads[p] = Math.sqrt((weights[p] * squares[p] + own * shared) / (weights[p] + own));
    }
  }

  private static int size(double expected) {
    int size = 0;
    while (size < SIZES.length && expected >= SIZES[size]) {
      size++;
    }
    return size;
  }

  private double deviation(int where, double foreseen) {
    return Math.sqrt(spreads[where] * spreads[where] + 1 / (foreseen + 1));
  }

  /** Quantiles of the standardised errors of a size (-1: all), drawn to others while few. */
  private double[] shapeOf(int size, double[] others) {
    double[][] pairs = new double[count + others.length][];
    int n = 0;
    for (int i = 0; i < count; i++) {
      if (size < 0 || size(expected[i]) == size) {
        pairs[n++] = new double[] {error[i] / deviation(place[i], expected[i]), weight[i]};
      }
    }
    for (int q = 0; q < others.length; q++) {
      double share = levelAbove(q) - levelBelow(q);
      pairs[n++] = new double[] {others[q], FIRST_GUESS * share};
    }
    pairs = Arrays.copyOf(pairs, n);
    Arrays.sort(pairs, (a, b) -> Double.compare(a[0], b[0]));
    return quantiles(pairs);
  }

  private static double levelBelow(int q) {
    return q == 0 ? 0 : (QuantileLevels.at(q - 1) + QuantileLevels.at(q)) / 2;
  }

  private static double levelAbove(int q) {
    return q == QuantileLevels.COUNT - 1
        ? 1
        : (QuantileLevels.at(q) + QuantileLevels.at(q + 1)) / 2;
  }

  private static double[] quantiles(double[][] pairs) {
    double total = 0;
    for (double[] pair : pairs) {
      total += pair[1];
    }
    double[] quantiles = new double[QuantileLevels.COUNT];
    double passed = 0;
    double before = pairs[0][0];
    double beforeAt = 0;
    int q = 0;
    for (double[] pair : pairs) {
      double at = (passed + pair[1] / 2) / total;
      for (; q < quantiles.length && QuantileLevels.at(q) <= at; q++) {
        double share = at > beforeAt ? (QuantileLevels.at(q) - beforeAt) / (at - beforeAt) : 1;
        quantiles[q] = before + share * (pair[0] - before);
      }
      passed += pair[1];
      before = pair[0];
      beforeAt = at;
    }
    for (; q < quantiles.length; q++) {
      quantiles[q] = before;
    }
    return quantiles;
  }

  private static double[] student() {
    // quantiles of Student's t with five degrees of freedom, above the median
    double[] upper = {
      0, 0.132, 0.267, 0.408, 0.559, 0.727, 0.920, 1.156, 1.476, 2.015, 2.571, 3.365
    };
    double[] all = new double[QuantileLevels.COUNT];
    for (int k = 0; k < upper.length; k++) {
      all[QuantileLevels.MEDIAN + k] = upper[k];
      all[QuantileLevels.MEDIAN - k] = -upper[k];
    }
    return all;
  }

  /** The 23 quantiles around an expected count. */
  double[] around(int where, double foreseen) {
    double deviation = deviation(where, foreseen);
    double[] form = shape[size(foreseen)];
    double[] quantiles = new double[QuantileLevels.COUNT];
    double middle = form[QuantileLevels.MEDIAN];
    for (int q = 0; q < quantiles.length; q++) {
      quantiles[q] = Math.max(0, (foreseen + 1) * Math.exp(deviation * (form[q] - middle)) - 1);
    }
    return quantiles;
  }
}
