package org.hilum.epidemic.forecasting;

import java.util.List;
import java.util.Optional;

/**
 * How good a group of forecasts was.
 *
 * @param scored forecasts that were there and met a known count
 * @param missing rows of the baseline without a forecast of ours; each costs the baseline's score
 *     times 1.5 in the ratios and enters nothing else
 * @param natural mean score in persons
 * @param logarithmic mean score on the logarithm of one more than the count
 * @param relative natural score by the baseline's; empty without a baseline
 * @param relativeLog the same on the logarithm
 * @param pit how often what came fell into each tenth of the forecast distribution, fractions of 1;
 *     even when calibrated, high at the ends when the intervals are narrow
 * @param medianExplosions medians above ten times the largest count of the four weeks before
 * @param scoreExplosions scores above five times the baseline's on the same row
 * @param grossExplosions of these, scores also above five times what the baseline costs in that
 *     place on the average of the group
 */
public record ScoreLine(
    ScoreGroup group,
    int scored,
    int missing,
    WeightedIntervalScore natural,
    WeightedIntervalScore logarithmic,
    Optional<Ratio> relative,
    Optional<Ratio> relativeLog,
    Coverage coverage,
    List<Double> pit,
    PointError point,
    int medianExplosions,
    int scoreExplosions,
    int grossExplosions) {

  public ScoreLine {
    pit = List.copyOf(pit);
  }
}
