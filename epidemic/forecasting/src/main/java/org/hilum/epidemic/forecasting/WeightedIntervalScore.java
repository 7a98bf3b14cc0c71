package org.hilum.epidemic.forecasting;

/**
 * How far 23 quantiles were from what came; smaller is better, 0 is a sure and right forecast.
 *
 * <p>In: quantiles at the levels of {@link QuantileLevels}, persons or their logarithms, and the
 * count that came in the same unit. <br>
 * Out: twice the mean pinball loss over the levels, in the unit of the input; it is the sum of
 * three parts. A point mass scores its absolute error. <br>
 * Source: Bracher 2021, doi:10.1371/journal.pcbi.1008618, equations 3 and 4; on the logarithm Bosse
 * 2023, doi:10.1371/journal.pcbi.1011393.
 *
 * @param dispersion what the width of the intervals costs
 * @param overprediction what was paid for forecasting too much
 * @param underprediction what was paid for forecasting too little
 */
public record WeightedIntervalScore(
    double dispersion, double overprediction, double underprediction) {

  /** The score of a count, on the natural scale. */
  public static WeightedIntervalScore natural(double[] quantiles, double came) {
    double over = 0.5 * Math.max(0, quantiles[QuantileLevels.MEDIAN] - came);
    double under = 0.5 * Math.max(0, came - quantiles[QuantileLevels.MEDIAN]);
    double width = 0;
    for (int k = 0; k < QuantileLevels.MEDIAN; k++) {
      double lower = quantiles[k];
      double upper = quantiles[QuantileLevels.COUNT - 1 - k];
      width += QuantileLevels.at(k) * (upper - lower);
      over += Math.max(0, lower - came);
      under += Math.max(0, came - upper);
    }
    double weight = 2.0 / QuantileLevels.COUNT;
    return new WeightedIntervalScore(weight * width, weight * over, weight * under);
  }

  /**
   * The score on the logarithm of one more than the count: relative errors, also of small counts.
   */
  public static WeightedIntervalScore logarithmic(double[] quantiles, double came) {
    double[] logs = quantiles.clone();
    for (int place = 0; place < logs.length; place++) {
      logs[place] = Math.log1p(Math.max(0, logs[place]));
    }
    return natural(logs, Math.log1p(Math.max(0, came)));
  }

  /** The score: the sum of its parts. */
  public double total() {
    return dispersion + overprediction + underprediction;
  }

  /** The same, that many times. */
  public WeightedIntervalScore times(double factor) {
    return new WeightedIntervalScore(
        dispersion * factor, overprediction * factor, underprediction * factor);
  }

  /** The sum of two, part by part. */
  public WeightedIntervalScore plus(WeightedIntervalScore other) {
    return new WeightedIntervalScore(
        dispersion + other.dispersion,
        overprediction + other.overprediction,
        underprediction + other.underprediction);
  }
}
