package org.hilum.epidemic.forecasting.daily;

import org.jspecify.annotations.Nullable;

/**
 * How young outbreaks go on, all places of a panel looked at together: their growth is alike where
 * the counts say so, and it is expected to sink, as measures and caution take hold.
 *
 * <p>Trend that all places share first ({@link CommonTrend}); then each place with that growth and
 * bend for a prior, held as closely as the places are alike (spread of the growth between places by
 * DerSimonian and Laird, Controlled Clinical Trials 1986, 7:177). A sinking growth is what Farr saw
 * in 1866: epidemics rise and fall like a bell.
 */
final class EarlyCourse {

  /** Growth changes by this much a day and day unless the counts say otherwise, log. */
  private static final double BEND = -0.01;

  private static final double BEND_SPREAD = 0.01;

  private static final double GROWTH_SPREAD = 0.2;
  private static final double NOISE = 0.25;
  private static final double LEAST_DIFFERENCE = 0.02;
  private static final double TOO_VAGUE = 0.08;

  /** Share of the growth left after each day. */
  private static final double DAMPING = 0.9;

  private static final double STEEPEST_FALL = -0.2;
  private static final double STEEPEST_RISE = 0.3;

  private final double[][] rows;
  private final int until;
  private LogTrend.@Nullable Prior prior;

  EarlyCourse(double[][] rows, int until) {
    this.rows = rows;
    this.until = until;
  }

  private LogTrend.Prior prior() {
    if (prior == null) {
      LogTrend all =
          CommonTrend.fit(
              rows, until, new LogTrend.Prior(0, GROWTH_SPREAD, BEND, BEND_SPREAD), NOISE);
      prior = new LogTrend.Prior(all.growth(), difference(rows, until, all), all.bend(), 1e-4);
    }
    return prior;
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
    LogTrend trend = LogTrend.fit(rows[place], last, prior(), NOISE);
    double[] ahead = new double[days];
    double level = trend.level();
    double growth = trend.growth();
    double bend = Math.min(0, trend.bend());
    for (int h = 0; h < days; h++) {
      growth = Numbers.within(STEEPEST_FALL, growth * DAMPING + bend, STEEPEST_RISE);
      level += growth;
      ahead[h] = Math.exp(level);
    }
    return ahead;
  }
}
