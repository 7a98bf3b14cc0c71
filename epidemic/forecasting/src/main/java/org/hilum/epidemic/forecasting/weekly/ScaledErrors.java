package org.hilum.epidemic.forecasting.weekly;

import java.util.Arrays;
import org.hilum.epidemic.forecasting.QuantileLevels;

/**
 * How wrong past forecasts of all places were, in units of the noise to be expected.
 *
 * @param scales per place, its mean error over the noise, shrunk to that of all
 * @param quantiles of errors over noise and scale, at the hub's levels
 */
record ScaledErrors(double[] scales, double[] quantiles) {

  /** A place's own spread counts as much as the pool's with this weight of examples. */
  private static final double PLACE_WEIGHT = 4;

  private static final double LARGEST_ERROR = 4;

  /** Weight of the errors that are supposed before any are known. */
  private static final double SUPPOSED_WEIGHT = 20;

  /** Quantiles of a logistic distribution with mean absolute error 1, the supposed errors. */
  private static final double[] SUPPOSED = supposed();

  /**
   * @param errors observed less forecast over noise, per example
   */
  static ScaledErrors of(double[] errors, double[] weights, int[] places, int count) {
    double[] scales = scales(errors, weights, places, count);
    double[] scaled = new double[errors.length];
    for (int i = 0; i < errors.length; i++) {
      scaled[i] = errors[i] / scales[places[i]];
    }
    return new ScaledErrors(scales, pooled(scaled, weights));
  }

  /** The quantiles around a median. */
  double[] around(double median, double noise, int place) {
    return Arrays.stream(quantiles).map(q -> median + noise * scales[place] * q).toArray();
  }

  private static double[] scales(double[] errors, double[] weights, int[] places, int count) {
    double[] sums = new double[count];
    double[] totals = new double[count];
    double sum = SUPPOSED_WEIGHT;
    double all = SUPPOSED_WEIGHT;
    for (int i = 0; i < errors.length; i++) {
      double size = weights[i] * Math.min(LARGEST_ERROR, Math.abs(errors[i]));
      sums[places[i]] += size;
      totals[places[i]] += weights[i];
      sum += size;
      all += weights[i];
    }
    double pool = sum / all;
    double[] scales = new double[count];
    for (int place = 0; place < count; place++) {
      scales[place] = (sums[place] + PLACE_WEIGHT * pool) / (totals[place] + PLACE_WEIGHT);
    }
    return scales;
  }

  private static double[] pooled(double[] errors, double[] weights) {
    double[] values = Arrays.copyOf(errors, errors.length + SUPPOSED.length);
    double[] all = Arrays.copyOf(weights, values.length);
    for (int i = 0; i < SUPPOSED.length; i++) {
      values[errors.length + i] = SUPPOSED[i];
      all[errors.length + i] = SUPPOSED_WEIGHT / SUPPOSED.length;
    }
    return Numbers.weightedQuantiles(values, all);
  }

  private static double[] supposed() {
    int steps = 4 * QuantileLevels.COUNT;
    double[] values = new double[steps];
    for (int i = 0; i < steps; i++) {
      double level = (i + 0.5) / steps;
      values[i] = Math.log(level / (1 - level)) / (2 * Math.log(2));
    }
    return values;
  }
}
