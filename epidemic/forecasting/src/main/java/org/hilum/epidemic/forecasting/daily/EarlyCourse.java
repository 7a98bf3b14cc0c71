package org.hilum.epidemic.forecasting.daily;

/**
 * How young outbreaks go on, all places of a panel looked at together: their growth is alike where
 * the counts say so, and it is expected to sink, as measures and caution take hold.
 *
 * <p>Trend of the sum of all places first ({@link LogTrend}); then each place with the sum's growth
 * and bend for a prior, held as closely as the places are alike (spread of the growth between
 * places by DerSimonian and Laird, Controlled Clinical Trials 1986, 7:177). A sinking growth is
 * what Farr saw in 1866: epidemics rise and fall like a bell.
 */
final class EarlyCourse {

  /** Growth changes by this much a day and day unless the counts say otherwise, log. */
  static double BEND = -0.01;
  static double BEND_SPREAD = 0.01;

  private static final double GROWTH_SPREAD = 0.2;
  private static final double NOISE = 0.25;
  private static final double LEAST_DIFFERENCE = 0.02;
  private static final double TOO_VAGUE = 0.08;
  static double DAMP = 1;
  static double STEEPEST_FALL = -0.2;
  static double STEEPEST_RISE = 0.3;

  private final double[][] rows;
  private final LogTrend.Prior prior;

  EarlyCourse(double[][] rows, int until) {
    this.rows = rows;
    LogTrend all =
        LogTrend.fit(
            sum(rows, until),
            until,
            new LogTrend.Prior(0, GROWTH_SPREAD, BEND, BEND_SPREAD),
            NOISE / 2);
    double difference = difference(rows, until, all);
    this.prior = new LogTrend.Prior(all.growth(), difference, all.bend(), 1e-4);
  }

  private static double[] sum(double[][] rows, int until) {
    double[] sum = new double[until + 1];
    for (double[] row : rows) {
      for (int d = 0; d <= until; d++) {
        sum[d] += Double.isNaN(row[d]) ? 0 : row[d];
      }
    }
    return sum;
  }

  private static double difference(double[][] rows, int until, LogTrend all) {
    LogTrend.Prior loose = new LogTrend.Prior(all.growth(), 0.3, all.bend(), 1e-4);
    double weights = 0;
    double squares = 0;
    double sum = 0;
    double square = 0;
    int places = 0;
    for (double[] row : rows) {
      LogTrend one = LogTrend.fit(row, until, loose, NOISE);
      if (one.variance() <= TOO_VAGUE) {
        double weight = 1 / one.variance();
        weights += weight;
        squares += weight * weight;
        sum += weight * one.growth();
        square += weight * one.growth() * one.growth();
        places++;
      }
    }
    if (places < 3) {
      return 0.1;
    }
    double excess = square - sum * sum / weights - (places - 1);
    return Math.sqrt(
        Math.max(LEAST_DIFFERENCE * LEAST_DIFFERENCE, excess / (weights - squares / weights)));
  }

  /** Medians of the days after a place's last counted day. */
  double[] ahead(int place, int last, int days) {
    LogTrend trend = LogTrend.fit(rows[place], last, prior, NOISE);
    double[] ahead = new double[days];
    double level = trend.level();
    double growth = trend.growth();
    for (int h = 0; h < days; h++) {
      growth = Numbers.within(STEEPEST_FALL, growth * DAMP + trend.bend(), STEEPEST_RISE);
      level += growth;
      ahead[h] = Math.exp(level);
    }
    return ahead;
  }
}
