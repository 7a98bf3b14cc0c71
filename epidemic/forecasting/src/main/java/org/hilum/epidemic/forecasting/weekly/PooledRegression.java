package org.hilum.epidemic.forecasting.weekly;

import org.jspecify.annotations.Nullable;

/**
 * Median growth as a linear function of {@link Traits}, learnt from all places together, with the
 * pooled quantiles of its scaled errors.
 *
 * <p>Formula: log ratio = b'x, b minimising the weighted sum of |error| / noise + ridge (b - b0)^2
 * by iterated reweighting; b0 is a damped trend, of a weekly panel mostly that of all places
 * together. Quantiles: b'x + noise x place's scale x quantile of the pooled scaled errors. Source:
 * Koenker and Bassett 1978 (median regression); pooling as in LightGBM-style hub models is ours.
 */
final class PooledRegression implements Family {

  private static final int ROUNDS = 12;
  private static final double LEAST_ERROR = 0.05;
  private static final double RIDGE = 10;
  private static final double USUAL_DAMPING = 0.6;
  private static final double WEEKLY_DAMPING = 0.7;

  /** How much of the usual growth of a weekly panel's place is that of all places. */
  private static final double COMMON_SHARE = 0.7;

  /**
   * A young weekly panel has many rows, but only as many weeks as it is old, and what happened in
   * one happened everywhere: the ridge is larger by this, and by 1/e less every so many weeks.
   */
  private static final double YOUNG_RIDGE = 300;

  private static final double YOUNG_WEEKS = 12;
  private static final int OWN_GROWTH = 1;
  private static final int COMMON_GROWTH = 6;

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
  public double share() {
    return 1;
  }

  @Override
  public double[] @Nullable [] growths(View view, int lead, boolean[] wanted) {
    Panel panel = view.panel();
    double weeks = (double) lead / panel.week;
    Examples examples = Examples.of(view, lead, memory);
    double[] slopes = slopes(examples, usual(view, weeks), ridge(view));
    double[] errors = errors(examples, slopes);
    ScaledErrors scaled =
        ScaledErrors.of(errors, examples.weight(), examples.place(), panel.size());
    double[][] growths = new double[panel.size()][];
    for (int place = 0; place < growths.length; place++) {
      if (wanted[place]) {
        int step = view.last()[place];
        double learnt = product(slopes, Traits.of(view, place, step));
        double median = Damping.of(view, lead, learnt) * learnt;
        double noise = Examples.noise(panel.before(place, step, lead), weeks);
        growths[place] = scaled.around(median, noise, place);
      }
    }
    return growths;
  }

  /** The slopes that are supposed before anything is learnt. */
  private static double[] usual(View view, double weeks) {
    double[] usual = new double[Traits.count(view)];
    boolean isWeekly = view.panel().week == 1;
    double trend = RecentGrowth.ahead(isWeekly ? WEEKLY_DAMPING : USUAL_DAMPING, weeks);
    double common = isWeekly ? COMMON_SHARE : 0;
    usual[OWN_GROWTH] = (1 - common) * trend;
    usual[COMMON_GROWTH] = common * trend;
    return usual;
  }

  private static double ridge(View view) {
    return view.panel().week == 1
        ? RIDGE * (1 + YOUNG_RIDGE * Math.exp(-view.weeks() / YOUNG_WEEKS))
        : RIDGE;
  }

  private static double[] slopes(Examples examples, double[] usual, double ridge) {
    double[] slopes = usual.clone();
    for (int round = 0; round < ROUNDS; round++) {
      slopes = Numbers.solve(normalEquations(examples, slopes, usual, round == 0, ridge));
    }
    return slopes;
  }

  /** One pass over the examples; the hot loop. */
  private static double[][] normalEquations(
      Examples examples, double[] slopes, double[] usual, boolean squared, double ridge) {
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
      double weight = squared ? ridge : 2 * ridge;
      rows[a][a] += weight;
      rows[a][size] += weight * usual[a];
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

  private static double product(double[] slopes, double[] traits) {
    double sum = 0;
    for (int i = 0; i < slopes.length; i++) {
      sum += slopes[i] * traits[i];
    }
    return sum;
  }
}
