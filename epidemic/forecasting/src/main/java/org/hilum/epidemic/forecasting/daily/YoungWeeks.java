package org.hilum.epidemic.forecasting.daily;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.hilum.epidemic.forecasting.Forecast;
import org.hilum.epidemic.forecasting.QuantileLevels;
import org.hilum.epidemic.surveillance.CaseCounts;

/**
 * Calendar weeks of a young outbreak, from its forecasts of seven days on end, so that the two say
 * the same.
 *
 * <p>A week is what is counted of it, and of each following stretch of seven days as many sevenths
 * as lie in it, quantile by quantile: stretches are taken to err together. Weekdays inside a
 * stretch are not told apart.
 */
public final class YoungWeeks {

  private static final int DAYS = 7;

  /** Days since the first count up to which only the stretches speak, and from which none does. */
  private static final int YOUNG = 28;

  private static final int GROWN = 56;

  private YoungWeeks() {}

  /** How far a place counts as young: 1 in its first four weeks, 0 after eight, falling between. */
  public static double share(CaseCounts counts) {
    for (int step = 0; step < counts.size(); step++) {
      if (counts.at(step) > 0) {
        return Math.clamp((double) (GROWN - (counts.size() - step)) / (GROWN - YOUNG), 0, 1);
      }
    }
    return 1;
  }

  /**
   * A week's quantiles, persons.
   *
   * @param counts daily counts of the place
   * @param stretches its forecasts of seven days on end, in order
   * @param end last day of the week
   * @return empty when the stretches do not reach so far, or a day of the week before them has no
   *     count
   */
  public static Optional<double[]> week(
      CaseCounts counts, List<Forecast> stretches, LocalDate end) {
    if (stretches.isEmpty() || end.isAfter(stretches.getLast().targetEnd())) {
      return Optional.empty();
    }
    LocalDate from = stretches.getFirst().targetEnd().minusDays(DAYS);
    double counted = 0;
    double[] parts = new double[stretches.size()];
    for (LocalDate day = end.minusDays(DAYS - 1); !day.isAfter(end); day = day.plusDays(1)) {
      if (day.isAfter(from)) {
        parts[(int) (ChronoUnit.DAYS.between(from, day) - 1) / DAYS] += 1.0 / DAYS;
      } else {
        counted += counts.on(day);
      }
    }
    if (Double.isNaN(counted)) {
      return Optional.empty();
    }
    double[] quantiles = new double[QuantileLevels.COUNT];
    for (int q = 0; q < quantiles.length; q++) {
      quantiles[q] = Math.max(0, counted);
      for (int k = 0; k < parts.length; k++) {
        quantiles[q] += parts[k] * stretches.get(k).quantile(q);
      }
    }
    return Optional.of(quantiles);
  }
}
