package org.hilum.epidemic.forecasting.daily;

/**
 * How far a forecast may go above what a place has counted in the last four weeks, so that none
 * runs away. What a source took back counts against what it had counted.
 *
 * @param highest most that was counted in one stretch (a day, or seven days on end) of that time
 */
record Bounds(double highest) {

  private static final int LOOK_BACK = 28;
  private static final double[] MEDIAN = {4, 6, 8, 9};
  private static final double QUANTILE = 20;
  private static final double FEW = 10;

  /**
   * @param last last counted day
   * @param days length of the stretch
   */
  static Bounds of(double[] row, int last, int days) {
    double highest = 0;
    for (int end = last; end > last - LOOK_BACK && end >= 0; end--) {
      double sum = 0;
      for (int d = Math.max(0, end - days + 1); d <= end; d++) {
        sum += Double.isNaN(row[d]) ? 0 : row[d];
      }
      highest = Math.max(highest, sum);
    }
    return new Bounds(highest);
  }

  /**
   * The median, or the most it may be.
   *
   * @param step 1 to 4 stretches ahead
   */
  double median(double median, int step) {
    return Math.min(median, MEDIAN[step - 1] * highest);
  }

  double[] cut(double[] quantiles) {
    for (int q = 0; q < quantiles.length; q++) {
      quantiles[q] = Math.min(quantiles[q], QUANTILE * highest + FEW);
    }
    return quantiles;
  }
}
