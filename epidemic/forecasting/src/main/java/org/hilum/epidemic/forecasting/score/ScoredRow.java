package org.hilum.epidemic.forecasting.score;

import org.hilum.epidemic.forecasting.Forecast;
import org.hilum.epidemic.forecasting.ForecastTarget;
import org.hilum.epidemic.forecasting.WeightedIntervalScore;
import org.jspecify.annotations.Nullable;

/**
 * One row of the comparison: a forecast, a baseline's forecast, or both, with the count that came.
 *
 * @param recentMaximum largest count of the four weeks before; NaN when unknown
 */
public record ScoredRow(
    ForecastTarget target,
    double came,
    double recentMaximum,
    @Nullable Forecast forecast,
    @Nullable Forecast baseline) {

  private static final double MISSING_COSTS = 1.5;
  private static final double EXPLODING_MEDIAN = 10;
  private static final double EXPLODING_SCORE = 5;

  /** Our cost on a row that the baseline has: a missing forecast costs more than the baseline. */
  static double cost(@Nullable Forecast ours, Forecast baseline, double came, boolean logarithm) {
    return ours == null
        ? MISSING_COSTS * score(baseline, came, logarithm).total()
        : score(ours, came, logarithm).total();
  }

  static WeightedIntervalScore score(Forecast forecast, double came, boolean logarithm) {
    return logarithm
        ? WeightedIntervalScore.logarithmic(forecast.quantiles(), came)
        : WeightedIntervalScore.natural(forecast.quantiles(), came);
  }

  /** Whether the median is above ten times what the last four weeks had; at least one person. */
  public boolean medianExplodes() {
    return forecast != null && forecast.median() > EXPLODING_MEDIAN * Math.max(1, recentMaximum);
  }

  /** Whether the score is above five times the baseline's. */
  public boolean scoreExplodes() {
    return forecast != null
        && baseline != null
        && score(forecast, came, false).total()
            > EXPLODING_SCORE * score(baseline, came, false).total();
  }
}
