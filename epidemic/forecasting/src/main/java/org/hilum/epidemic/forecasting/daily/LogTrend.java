package org.hilum.epidemic.forecasting.daily;

/**
 * How high a count stands on its last day, how fast it grows and how the growth itself changes: a
 * penalised Poisson fit of {@code log mean = level + growth k + bend k²/2} over the last fourteen
 * days, k in days from the last.
 *
 * <p>Newer days weigh more; a day's weight also falls with its mean ({@code 1 / (1 + noise² mean)},
 * the weight of a negative binomial count); growth and bend are held to prior values with given
 * spreads; a day far above the fit counts only up to a bound.
 *
 * @param level log of the mean on the last day
 * @param growth change of the log a day, on the last day
 * @param bend change of the growth a day
 * @param variance of the growth
 */
record LogTrend(double level, double growth, double bend, double variance) {

  static final int MEMORY = 14;

  /** Share by which a day's weight is below the next day's. */
  static final double FORGET = 0.1;

  private static final int ROUNDS = 12;

  /**
   * What is taken for likely before the counts are seen.
   *
   * @param growth log a day
   * @param growthSpread its standard deviation
   * @param bend log a day and day
   * @param bendSpread its standard deviation
   */
  record Prior(double growth, double growthSpread, double bend, double bendSpread) {}

  static LogTrend fit(double[] row, int until, Prior prior, double noise) {
    double[] state = {start(row, until), prior.growth, prior.bend};
    double start = state[0];
    if (Double.isNaN(start)) {
      return new LogTrend(
          Double.NEGATIVE_INFINITY,
          prior.growth,
          prior.bend,
          prior.growthSpread * prior.growthSpread);
    }
    double[][] curvature = new double[3][3];
    for (int round = 0; round < ROUNDS; round++) {
      double[] slope = new double[3];
      curvature = new double[3][3];
      gather(row, until, state, noise, slope, curvature);
      hold(slope, curvature, 0, state[0] - start, 1e-3);
      hold(slope, curvature, 1, state[1] - prior.growth, weight(prior.growthSpread));
      hold(slope, curvature, 2, state[2] - prior.bend, weight(prior.bendSpread));
      double[] step = solve(curvature, slope);
      double longest = Math.max(Math.abs(step[0]), 10 * Math.abs(step[1]));
      double share = longest > 1 ? 1 / longest : 1;
      for (int i = 0; i < 3; i++) {
        state[i] += share * step[i];
      }
      if (longest < 1e-4) {
        break;
      }
    }
    double variance = solve(curvature, new double[] {0, 1, 0})[1];
    return new LogTrend(state[0], state[1], state[2], variance);
  }

  static double weight(double spread) {
    return 1 / (spread * spread);
  }

  static double start(double[] row, int until) {
    double weight = 1;
    double sum = 0;
    double weights = 0;
    for (int k = 0; k < MEMORY && k <= until; k++, weight *= 1 - FORGET) {
      if (!Double.isNaN(row[until - k])) {
        sum += weight * row[until - k];
        weights += weight;
      }
    }
    return sum > 0 ? Math.log(sum / weights) : Double.NaN;
  }

  private static void gather(
      double[] row, int until, double[] state, double noise, double[] slope, double[][] curve) {
    double age = 1;
    for (int k = 0; k < MEMORY && k <= until; k++, age *= 1 - FORGET) {
      double count = row[until - k];
      if (Double.isNaN(count)) {
        continue;
      }
      double[] design = {1, -k, k * k / 2.0};
      double log = state[0] - state[1] * k + state[2] * k * k / 2;
      double mean = Math.exp(Numbers.within(-12, log, 20));
      double weight = age / (1 + noise * noise * mean);
      for (int i = 0; i < 3; i++) {
        slope[i] += weight * (bounded(count, mean) - mean) * design[i];
        for (int j = 0; j < 3; j++) {
          curve[i][j] += weight * mean * design[i] * design[j];
        }
      }
    }
  }

  /** A count far above its mean is taken for a dump and lowered. */
  static double bounded(double count, double mean) {
    return Math.min(count, mean + 4 * Math.sqrt(mean + 0.09 * mean * mean) + 3);
  }

  private static void hold(
      double[] slope, double[][] curvature, int i, double away, double weight) {
    slope[i] -= weight * away;
    curvature[i][i] += weight;
  }

  /** Solves a symmetric positive system of three by Cramer's rule. */
  private static double[] solve(double[][] a, double[] b) {
    double whole = determinant(a);
    double[] x = new double[3];
    for (int i = 0; i < 3; i++) {
      double[][] swapped = {a[0].clone(), a[1].clone(), a[2].clone()};
      for (int r = 0; r < 3; r++) {
        swapped[r][i] = b[r];
      }
      x[i] = determinant(swapped) / whole;
    }
    return x;
  }

  private static double determinant(double[][] a) {
    return a[0][0] * (a[1][1] * a[2][2] - a[1][2] * a[2][1])
        - a[0][1] * (a[1][0] * a[2][2] - a[1][2] * a[2][0])
        + a[0][2] * (a[1][0] * a[2][1] - a[1][1] * a[2][0]);
  }
}
