package org.hilum.epidemic.forecasting.weekly;

import java.util.Arrays;
import org.hilum.epidemic.forecasting.QuantileLevels;
import org.jspecify.annotations.Nullable;

/**
 * Median growth as a linear function of {@link Traits}, learnt from all places together, with the
 * pooled quantiles of its scaled errors.
 *
 * <p>Formula: log ratio = b'x, b minimising the weighted sum of |error| / noise + ridge (b - b0)^2
 * by iterated reweighting; b0 is a damped trend. Quantiles: b'x + noise x place's scale x quantile
 * of the pooled scaled errors. Source: Koenker and Bassett 1978 (median regression); pooling as in
 * LightGBM-style hub models is ours.
 */
final class PooledRegression implements Family {

  private static final int ROUNDS = 12;
  private static final double LEAST_ERROR = 0.05;
  private static final double RIDGE = 10;
  private static final double USUAL_DAMPING = 0.6;

  /** A place's own spread counts as much as the pool's with this weight of examples. */
  private static final double PLACE_WEIGHT = 4;

  private static final double LARGEST_ERROR = 4;

  /** Weight of the errors that are supposed before any are known. */
  private static final double SUPPOSED_WEIGHT = 20;

  /** Quantiles of a logistic distribution with mean absolute error 1, the supposed errors. */
  private static final double[] SUPPOSED = supposed();

  private final String name;
  private final Examples.Memory memory;

  PooledRegression(String name, Examples.Memory memory) {
    this.name = name;
    this.memory = memory;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public double[] @Nullable [] growths(View view, int lead, boolean[] wanted) {
    Panel panel = view.panel();
    double weeks = (double) lead / panel.week;
    Examples examples = Examples.of(view, lead, memory);
    double[] slopes = slopes(examples, Traits.count(view), weeks);
    double[] errors = errors(examples, slopes);
    double[] scales = scales(examples, errors, panel.size());
    for (int i = 0; i < errors.length; i++) {
      errors[i] /= scales[examples.place()[i]];
    }
    double[] quantiles = pooled(errors, examples.weight());
    double damping = Damping.of(panel.measure, weeks);
    double[][] growths = new double[panel.size()][];
    for (int place = 0; place < growths.length; place++) {
      if (wanted[place]) {
        int step = view.last()[place];
        double median = damping * product(slopes, Traits.of(view, place, step));
        double noise = Examples.noise(panel.before(place, step, lead), weeks) * scales[place];
        growths[place] = Arrays.stream(quantiles).map(q -> median + noise * q).toArray();
      }
    }
    return growths;
  }

  private static double[] slopes(Examples examples, int traits, double weeks) {
    double[] usual = new double[traits];
    double factor = USUAL_DAMPING;
    for (double week = 0; week < weeks; week++) {
      usual[1] += factor * Math.min(1, weeks - week);
      factor *= USUAL_DAMPING;
    }
    double[] slopes = usual.clone();
    for (int round = 0; round < ROUNDS; round++) {
      slopes = Numbers.solve(normalEquations(examples, slopes, usual, round == 0));
    }
    return slopes;
  }

  /** One pass over the examples; the hot loop. */
  private static double[][] normalEquations(
      Examples examples, double[] slopes, double[] usual, boolean squared) {
    int size = slopes.length;
    double[][] rows = new double[size][size + 1];
    for (int i = 0; i < examples.size(); i++) {
      double[] traits = examples.traits()[i];
      double outcome = examples.outcome()[i];
      double noise = examples.noise()[i];
      double error = Math.abs(outcome - product(slopes, traits)) / noise;
      double weight = examples.weight()[i] / (noise * noise);
      weight /= squared ? 1 : Math.max(LEAST_ERROR, error);
      for (int a = 0; a < size; a++) {
        double scaled = weight * traits[a];
        for (int b = a; b < size; b++) {
          rows[a][b] += scaled * traits[b];
        }
        rows[a][size] += scaled * outcome;
      }
    }
    for (int a = 0; a < size; a++) {
      for (int b = 0; b < a; b++) {
        rows[a][b] = rows[b][a];
      }
      rows[a][a] += squared ? RIDGE : 2 * RIDGE;
      rows[a][size] += (squared ? RIDGE : 2 * RIDGE) * usual[a];
    }
    return rows;
  }

  private static double[] errors(Examples examples, double[] slopes) {
    double[] errors = new double[examples.size()];
    for (int i = 0; i < errors.length; i++) {
      errors[i] =
          (examples.outcome()[i] - product(slopes, examples.traits()[i])) / examples.noise()[i];
    }
    return errors;
  }

  private static double[] scales(Examples examples, double[] errors, int places) {
    double[] sums = new double[places];
    double[] weights = new double[places];
    double sum = SUPPOSED_WEIGHT;
    double all = SUPPOSED_WEIGHT;
    for (int i = 0; i < errors.length; i++) {
      double weight = examples.weight()[i];
      double size = weight * Math.min(LARGEST_ERROR, Math.abs(errors[i]));
      sums[examples.place()[i]] += size;
      weights[examples.place()[i]] += weight;
      sum += size;
      all += weight;
    }
    double pool = sum / all;
    double[] scales = new double[places];
    for (int place = 0; place < places; place++) {
      scales[place] = (sums[place] + PLACE_WEIGHT * pool) / (weights[place] + PLACE_WEIGHT);
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

  private static double product(double[] slopes, double[] traits) {
    double sum = 0;
    for (int i = 0; i < slopes.length; i++) {
      sum += slopes[i] * traits[i];
    }
    return sum;
  }
}
