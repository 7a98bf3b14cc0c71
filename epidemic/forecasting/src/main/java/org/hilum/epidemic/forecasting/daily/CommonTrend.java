package org.hilum.epidemic.forecasting.daily;

/**
 * Which growth and bend all places share, each having its own level: the penalised Poisson fit of
 * {@link LogTrend} to all places at once.
 *
 * <p>As a day's weight is bounded by {@code 1 / noise²}, no large place outweighs the many.
 */
final class CommonTrend {

  private static final int ROUNDS = 15;

  private CommonTrend() {}

  static LogTrend fit(double[][] rows, int until, LogTrend.Prior prior, double noise) {
    double[] levels = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      levels[i] = LogTrend.start(rows[i], until);
    }
    double growth = prior.growth();
    double bend = prior.bend();
    double h11 = 0;
    double h12 = 0;
    double h22 = 0;
    for (int round = 0; round < ROUNDS; round++) {
      double g1 = -(growth - prior.growth()) * LogTrend.weight(prior.growthSpread());
      double g2 = -(bend - prior.bend()) * LogTrend.weight(prior.bendSpread());
      h11 = LogTrend.weight(prior.growthSpread());
      h12 = 0;
      h22 = LogTrend.weight(prior.bendSpread());
      double[][] sums = new double[rows.length][];
      for (int i = 0; i < rows.length; i++) {
        if (Double.isNaN(levels[i])) {
          continue;
        }
        double[] s = sums(rows[i], until, levels[i], growth, bend, noise);
        sums[i] = s;
        // the level is eliminated (Schur complement)
        g1 += s[1] - s[4] * s[0] / s[3];
        g2 += s[2] - s[5] * s[0] / s[3];
        h11 += s[6] - s[4] * s[4] / s[3];
        h12 += s[7] - s[4] * s[5] / s[3];
        h22 += s[8] - s[5] * s[5] / s[3];
      }
      double whole = h11 * h22 - h12 * h12;
      double stepGrowth = (h22 * g1 - h12 * g2) / whole;
      double stepBend = (h11 * g2 - h12 * g1) / whole;
      double share = Math.min(1, 0.1 / Math.max(1e-9, Math.abs(stepGrowth)));
      growth += share * stepGrowth;
      bend += share * stepBend;
      for (int i = 0; i < rows.length; i++) {
        double[] s = sums[i];
        if (s != null) {
          double move = (s[0] - s[4] * share * stepGrowth - s[5] * share * stepBend) / s[3];
          levels[i] += Numbers.within(-1, move, 1);
        }
      }
      if (Math.abs(stepGrowth) < 1e-5) {
        break;
      }
    }
    return new LogTrend(0, growth, bend, h22 / (h11 * h22 - h12 * h12));
  }

  /** Slopes of level, growth, bend; then the curvature's six entries. */
  private static double[] sums(
      double[] row, int until, double level, double growth, double bend, double noise) {
    double[] s = new double[9];
    double age = 1;
    for (int k = 0; k < LogTrend.MEMORY && k <= until; k++, age *= 1 - LogTrend.FORGET) {
      double count = row[until - k];
      if (Double.isNaN(count)) {
        continue;
      }
      double second = k * k / 2.0;
      double mean = Math.exp(Numbers.within(-12, level - growth * k + bend * second, 20));
      double weight = age / (1 + noise * noise * mean);
      double away = weight * (LogTrend.bounded(count, mean) - mean);
      double stiff = weight * mean;
      s[0] += away;
      s[1] -= away * k;
      s[2] += away * second;
      s[3] += stiff;
      s[4] -= stiff * k;
      s[5] += stiff * second;
      s[6] += stiff * k * k;
      s[7] -= stiff * k * second;
      s[8] += stiff * second * second;
    }
    s[3] = Math.max(s[3], 1e-9);
    return s;
  }
}
