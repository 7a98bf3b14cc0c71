package org.hilum.epidemic.forecasting.score;

import java.util.Arrays;
import java.util.Optional;
import org.hilum.epidemic.forecasting.Forecast;
import org.hilum.epidemic.forecasting.ForecastTarget;
import org.hilum.epidemic.forecasting.QuantileLevels;
import org.hilum.epidemic.forecasting.Truth;

/**
 * The baseline: what was a week or some weeks before, repeated, as uncertain as such repetition was
 * until then.
 *
 * <p>Median: the newest count, seven days or a multiple before, that was complete before the
 * forecast was made. Quantiles: that count plus the quantiles of all past differences over the same
 * number of weeks and their negatives, never below zero. <br>
 * Source: the hubs' baseline, Cramer 2022, doi:10.1073/pnas.2113561119, supplement; differences
 * over the whole horizon are taken where the hubs add up drawn ones. <br>
 * Limits: uses the counts as known today, where the hubs' used those known then.
 */
public final class RepeatedWeek {

  private static final int MOST_WEEKS = 104;
  private static final int FEWEST_DIFFERENCES = 4;

  private RepeatedWeek() {}

  /** The baseline of a target; empty when the past is too short or the last week is unknown. */
  public static Optional<Forecast> of(ForecastTarget target, Truth truth) {
    double[] weeks = truth.before(target, 7, MOST_WEEKS);
    double[] differences = differences(weeks, weeksAhead(target));
    if (Double.isNaN(weeks[0]) || differences.length < 2 * FEWEST_DIFFERENCES) {
      return Optional.empty();
    }
    double[] quantiles = new double[QuantileLevels.COUNT];
    for (int place = 0; place < quantiles.length; place++) {
      double moved = weeks[0] + quantile(differences, QuantileLevels.at(place));
      quantiles[place] = Math.max(0, moved);
    }
    quantiles[QuantileLevels.MEDIAN] = weeks[0];
    return Optional.of(
        new Forecast(
            target.location(),
            target.measure(),
            target.span(),
            target.horizon(),
            target.targetEnd(),
            quantiles));
  }

  private static int weeksAhead(ForecastTarget target) {
    int weeks = 0;
    var end = target.targetEnd();
    while (!end.isBefore(target.referenceDate())) {
      end = end.minusDays(7);
      weeks++;
    }
    return Math.max(1, weeks);
  }

  /** Differences over some weeks and their negatives, ascending. */
  private static double[] differences(double[] newestFirst, int weeks) {
    double[] found = new double[2 * newestFirst.length];
    int count = 0;
    for (int place = 0; place + weeks < newestFirst.length; place++) {
      double difference = newestFirst[place] - newestFirst[place + weeks];
      if (Double.isFinite(difference)) {
        found[count++] = difference;
        found[count++] = -difference;
      }
    }
    double[] sorted = Arrays.copyOf(found, count);
    Arrays.sort(sorted);
    return sorted;
  }

  private static double quantile(double[] sorted, double level) {
    double place = level * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
