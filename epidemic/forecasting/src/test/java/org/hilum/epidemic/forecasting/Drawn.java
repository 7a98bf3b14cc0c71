package org.hilum.epidemic.forecasting;

import java.time.LocalDate;
import java.util.SplittableRandom;
import org.hilum.epidemic.surveillance.CaseCounts;
import org.hilum.epidemic.surveillance.Measure;
import org.hilum.epidemic.surveillance.Rhythm;

/** Small drawn series and forecasts for tests. */
final class Drawn {

  static final LocalDate SATURDAY = LocalDate.of(2021, 3, 6);

  private Drawn() {}

  static CaseCounts weekly(String place, double... values) {
    return new CaseCounts(place, Measure.CASES, Rhythm.WEEKLY, SATURDAY, values);
  }

  static CaseCounts daily(String place, LocalDate first, double... values) {
    return new CaseCounts(place, Measure.CASES, Rhythm.DAILY, first, values);
  }

  /** Quantiles that rise evenly from low to high. */
  static double[] even(double low, double high) {
    double[] quantiles = new double[QuantileLevels.COUNT];
    for (int place = 0; place < quantiles.length; place++) {
      quantiles[place] = low + (high - low) * place / (quantiles.length - 1);
    }
    return quantiles;
  }

  static double[] random(SplittableRandom chance) {
    double[] quantiles = new double[QuantileLevels.COUNT];
    double value = chance.nextDouble() * 100;
    for (int place = 0; place < quantiles.length; place++) {
      quantiles[place] = value;
      value += chance.nextInt(3) == 0 ? 0 : chance.nextDouble() * 20;
    }
    return quantiles;
  }

  /** A forecast of one week's cases, made on a Monday, for a week's Saturday. */
  static HubForecast week(String place, LocalDate made, int horizon, double[] quantiles) {
    LocalDate end = made.plusDays(5 + 7L * (horizon - 1));
    return new HubForecast(
        made, new Forecast(place, Measure.CASES, Span.WEEK, horizon, end, quantiles));
  }
}
