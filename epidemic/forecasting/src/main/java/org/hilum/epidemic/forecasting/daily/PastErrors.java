package org.hilum.epidemic.forecasting.daily;

import java.util.Arrays;
import org.hilum.epidemic.forecasting.QuantileLevels;

/**
 * How far forecasts of one horizon went astray lately, and so how wide the next ones must be
 * (conformal).
 *
 * <p>The error of a forecast is {@code e = log((came + 1) / (expected + 1))}; its variance is taken
 * as {@code spread² + 1 / (expected + 1)}, the spread being the place's own, drawn to that of all
 * places. The shape of {@code e / sqrt(variance)} is the place's own too, drawn to that of all
 * places with counts of its size, and that to Student's t with five degrees of freedom.
 */
final class PastErrors {

  /** Errors that the Student's t counts for while there are few. */
  private static final double FIRST_GUESS = 20;

  private static final double LEAST_SPREAD = 0.02;

  /** Expected counts that part small from middling and middling from large. */
  private static final double[] SIZES = {4, 30};

  private final Memory memory;
  private final Misses[] misses;
  private final double[] spreads;
  private final double[][] shapes = new double[SIZES.length + 1][];

  /**
   * How past errors are weighed.
   *
   * @param usualSpread spread to begin from while there are no errors, log scale
   * @param halfLife days after which an error weighs half
   * @param ownAfter weight of own errors from which a place's own spread outweighs that of all
   * @param ownShapeAfter weight of own errors from which the own shape outweighs that of all
   */
  record Memory(double usualSpread, double halfLife, double ownAfter, double ownShapeAfter) {}

  PastErrors(int places, Memory memory) {
    this.memory = memory;
    this.misses = new Misses[places];
    this.spreads = new double[places];
    for (int p = 0; p < places; p++) {
      misses[p] = new Misses();
    }
  }

  /**
   * Adds a forecast whose truth is known.
   *
   * @param age days since
   */
  void add(int place, double expected, double came, int age) {
    double error = Math.log((came + 1) / (expected + 1));
    misses[place].add(expected, error, Math.pow(0.5, age / memory.halfLife));
  }

  /** Learns from all that was added. */
  void learn() {
    learnSpreads();
    double[] all = shape(-1).drawnTo(ErrorShape.unknown(), FIRST_GUESS);
    for (int size = 0; size < shapes.length; size++) {
      shapes[size] = shape(size).drawnTo(all, FIRST_GUESS);
    }
  }

  private void learnSpreads() {
    double own = memory.ownAfter;
    double pool = own * memory.usualSpread * memory.usualSpread;
    double poolWeight = own;
    for (Misses one : misses) {
      pool += one.telling * one.square();
      poolWeight += one.telling;
    }
    double shared = pool / poolWeight;
    for (int p = 0; p < spreads.length; p++) {
      double weight = misses[p].telling;
      spreads[p] = Math.sqrt((weight * misses[p].square() + own * shared) / (weight + own));
    }
  }

  private static int size(double expected) {
    int size = 0;
    while (size < SIZES.length && expected >= SIZES[size]) {
      size++;
    }
    return size;
  }

  private double deviation(int place, double expected) {
    return Math.sqrt(spreads[place] * spreads[place] + 1 / (expected + 1));
  }

  /** Standardised errors of all places where counts of a size were expected (-1: any). */
  private ErrorShape shape(int size) {
    ErrorShape shape = new ErrorShape();
    for (int p = 0; p < misses.length; p++) {
      addTo(shape, p, size);
    }
    return shape;
  }

  private void addTo(ErrorShape shape, int place, int size) {
    Misses own = misses[place];
    for (int i = 0; i < own.count; i++) {
      if (size < 0 || size(own.expected[i]) == size) {
        shape.add(own.error[i] / deviation(place, own.expected[i]), own.weight[i]);
      }
    }
  }

  /** The 23 quantiles around an expected count. */
  double[] around(int place, double expected) {
    ErrorShape own = new ErrorShape();
    addTo(own, place, -1);
    double[] form = own.drawnTo(shapes[size(expected)], memory.ownShapeAfter);
    double deviation = deviation(place, expected);
    double middle = form[QuantileLevels.MEDIAN];
    double[] quantiles = new double[QuantileLevels.COUNT];
    for (int q = 0; q < quantiles.length; q++) {
      quantiles[q] = Math.max(0, (expected + 1) * Math.exp(deviation * (form[q] - middle)) - 1);
    }
    return quantiles;
  }

  /** The errors of one place. */
  private static final class Misses {

    /** Errors beyond this, log scale, do not widen the spread further. */
    private static final double FURTHEST = 2;

    private double[] expected = new double[64];
    private double[] error = new double[64];
    private double[] weight = new double[64];
    private int count;
    private double telling;
    private double absolute;
    private double noise;

    void add(double foreseen, double miss, double heavy) {
      if (count == expected.length) {
        expected = Arrays.copyOf(expected, 2 * count);
        error = Arrays.copyOf(error, 2 * count);
        weight = Arrays.copyOf(weight, 2 * count);
      }
      expected[count] = foreseen;
      error[count] = miss;
      weight[count++] = heavy;
      // small counts say little about the spread
      double says = heavy * foreseen / (foreseen + 10);
      telling += says;
      absolute += says * Math.min(FURTHEST, Math.abs(miss));
      noise += says / (foreseen + 1);
    }

    /** Spread squared: of a bell curve with the mean absolute error, less the noise of counting. */
    double square() {
      if (telling == 0) {
        return 0;
      }
      double bell = 1.2533 * absolute / telling;
      return Math.max(LEAST_SPREAD * LEAST_SPREAD, bell * bell - noise / telling);
    }
  }
}
