package org.hilum.epidemic.forecasting.transmission;

import java.util.List;
import java.util.SplittableRandom;
import org.hilum.epidemic.forecasting.Finding;
import org.hilum.epidemic.forecasting.Forecast;
import org.hilum.epidemic.forecasting.QuantileLevels;
import org.hilum.epidemic.forecasting.Span;
import org.hilum.epidemic.forecasting.TransmissionReason;
import org.hilum.epidemic.surveillance.CaseCounts;
import org.hilum.epidemic.surveillance.Rhythm;
import org.hipparchus.analysis.interpolation.SplineInterpolator;
import org.hipparchus.analysis.polynomials.PolynomialSplineFunction;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.jspecify.annotations.Nullable;

/**
 * Which ways the seven-day mean may take over the next 28 days, drawn from the four forecasts of
 * seven days each.
 *
 * <p>Each week's value is drawn from its forecast's quantiles, neighbouring weeks with a
 * correlation of 0.8 (Gaussian copula); between the weeks a cubic spline of the logarithms, joined
 * to the last three weeks counted. The draws are the same each time.
 */
final class ForecastPaths {

  static final int DAYS = 28;
  private static final int WEEKS = 4;
  private static final int PATHS = 1000;
  private static final double CORRELATION = 0.8;
  private static final long SEED = 20200123;

  private ForecastPaths() {}

  /** By path: the mean of the seven days up to day 1, 2, ... 28 after the last count. */
  static Finding<double[][]> draw(CaseCounts series, List<Forecast> forecasts) {
    if (series.rhythm() != Rhythm.DAILY) {
      return Finding.absent(TransmissionReason.NO_DAILY_COUNTS);
    }
    DailyCounts counts = DailyCounts.of(series);
    if (counts.last() < 3 * 7 - 1) {
      return Finding.absent(TransmissionReason.TOO_FEW_DAYS);
    }
    Forecast[] weeks = weeks(series, counts, forecasts);
    double[] known = new double[3];
    for (int k = 0; k < 3; k++) {
      known[k] = Math.log1p(counts.seven(counts.last() - 7 * (2 - k)) / 7);
      if (Double.isNaN(known[k])) {
        return Finding.absent(TransmissionReason.MISSING_DAYS);
      }
    }
    return weeks == null
        ? Finding.absent(TransmissionReason.NO_FORECAST)
        : Finding.found(draw(known, weeks));
  }

  private static Forecast @Nullable [] weeks(
      CaseCounts series, DailyCounts counts, List<Forecast> forecasts) {
    Forecast[] weeks = new Forecast[WEEKS];
    int found = 0;
    for (Forecast one : forecasts) {
      if (one.span() == Span.SEVEN_DAYS
          && one.measure() == series.measure()
          && one.location().equals(series.location())
          && one.targetEnd().equals(series.dateAt(counts.last()).plusDays(7L * one.horizon()))) {
        weeks[one.horizon() - 1] = one;
        found++;
      }
    }
    return found == WEEKS ? weeks : null;
  }

  private static double[][] draw(double[] known, Forecast[] weeks) {
    SplittableRandom chance = new SplittableRandom(SEED);
    NormalDistribution bell = new NormalDistribution(0, 1);
    double[][] paths = new double[PATHS][];
    double[] knots = {-14, -7, 0, 7, 14, 21, 28};
    for (int p = 0; p < PATHS; p++) {
      double[] logs = {known[0], known[1], known[2], 0, 0, 0, 0};
      double state = chance.nextGaussian();
      for (int w = 0; w < WEEKS; w++) {
        double level = bell.cumulativeProbability(state);
        logs[3 + w] = Math.log1p(quantile(weeks[w], level) / 7);
        state =
            CORRELATION * state + Math.sqrt(1 - CORRELATION * CORRELATION) * chance.nextGaussian();
      }
      paths[p] = days(new SplineInterpolator().interpolate(knots, logs));
    }
    return paths;
  }

  private static double[] days(PolynomialSplineFunction logs) {
    double[] days = new double[DAYS];
    for (int d = 1; d <= DAYS; d++) {
      days[d - 1] = Math.max(0, Math.expm1(logs.value(d)));
    }
    return days;
  }

  /** Between the 23 levels on the log scale; the outermost hold beyond. */
  private static double quantile(Forecast forecast, double level) {
    int above = 0;
    while (above < QuantileLevels.COUNT && QuantileLevels.at(above) < level) {
      above++;
    }
    if (above == 0 || above == QuantileLevels.COUNT) {
      return forecast.quantile(above == 0 ? 0 : above - 1);
    }
    double low = QuantileLevels.at(above - 1);
    double share = (level - low) / (QuantileLevels.at(above) - low);
    return Math.expm1(
        (1 - share) * Math.log1p(forecast.quantile(above - 1))
            + share * Math.log1p(forecast.quantile(above)));
  }
}
