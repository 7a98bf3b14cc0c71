package org.hilum.epidemic.economy.gap;

import org.hilum.epidemic.economy.Quarter;

/**
 * Where output may lie against its old path in quarters on end.
 *
 * @param first quarter of the first value
 * @param meansPercent expected gap by quarter, percent of the path
 * @param covariances between quarters, percent squared; [quarter][quarter]
 * @param stringency mean stringency by quarter, 0 to 1
 */
@SuppressWarnings("ArrayRecordComponent")
public record GapPath(
    Quarter first, double[] meansPercent, double[][] covariances, double[] stringency) {

  /** Standard deviation of a sum of gaps with weights by quarter, percent. */
  public double deviation(double[] weights) {
    double variance = 0;
    for (int row = 0; row < weights.length; row++) {
      for (int column = 0; column < weights.length; column++) {
        variance += weights[row] * weights[column] * covariances[row][column];
      }
    }
    return Math.sqrt(variance);
  }
}
