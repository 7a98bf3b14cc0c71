package org.hilum.epidemic.forecasting.transmission;

import java.util.ArrayList;
import java.util.List;
import org.hilum.epidemic.forecasting.Finding;
import org.hilum.epidemic.forecasting.ReproductionEstimate;
import org.hilum.epidemic.forecasting.TransmissionReason;
import org.hilum.epidemic.surveillance.CaseCounts;
import org.hilum.epidemic.surveillance.DelayDistribution;
import org.hilum.epidemic.surveillance.Rhythm;
import org.hipparchus.distribution.continuous.GammaDistribution;

/**
 * Which effective reproduction number explains the counts of the last seven days (Cori, Ferguson,
 * Fraser, Cauchemez, Am J Epidemiol 2013, 178:1505).
 *
 * <p>Counts are freed of the weekday first. Infectious pressure on day t: {@code L(t) = sum of I(t
 * - s) w(s)}, w the serial interval by days. Posterior of R over a window: gamma with shape {@code
 * a + sum I} and rate {@code 1/b + sum L}, prior shape a = 1 and scale b = 5. Real counts vary more
 * than the Poisson counts of that model: both sums are divided by the dispersion, which widens the
 * interval and keeps the middle. As in the paper, no estimate is made where fewer than 11 cases in
 * the window would leave more than 30 % of relative error. Counts are by report, so R trails the
 * infections by the delay to report.
 */
public final class CoriReproduction {

  static final int WINDOW = 7;
  private static final double PRIOR_SHAPE = 1;
  private static final double PRIOR_SCALE = 5;
  private static final double FEWEST = 11;
  private static final int LONGEST = 40;

  private CoriReproduction() {}

  /** Estimates by day, the newest last. */
  public static Finding<List<ReproductionEstimate>> byDay(
      CaseCounts cases, DelayDistribution serial) {
    if (cases.rhythm() != Rhythm.DAILY) {
      return Finding.absent(TransmissionReason.NO_DAILY_COUNTS);
    }
    DailyCounts counts = DailyCounts.of(cases);
    DailyCounts even = counts.evened();
    double[] pressure = pressure(even, serial);
    List<ReproductionEstimate> estimates = new ArrayList<>();
    for (int day = firstCase(counts) + WINDOW; day <= counts.last(); day++) {
      Posterior posterior = posterior(counts, even, pressure, day);
      if (posterior.cases >= FEWEST) {
        estimates.add(posterior.estimate(cases, day));
      }
    }
    if (!estimates.isEmpty()) {
      return Finding.found(estimates);
    }
    return Finding.absent(
        counts.last() < WINDOW
            ? TransmissionReason.TOO_FEW_DAYS
            : TransmissionReason.TOO_FEW_COUNTS);
  }

  /** The newest posterior; absent where the last seven days hold too little. */
  static Finding<GammaDistribution> newest(DailyCounts counts, DelayDistribution serial) {
    int day = counts.last();
    if (day < firstCase(counts) + WINDOW) {
      return Finding.absent(TransmissionReason.TOO_FEW_DAYS);
    }
    DailyCounts even = counts.evened();
    Posterior posterior = posterior(counts, even, pressure(even, serial), day);
    return posterior.cases >= FEWEST
        ? Finding.found(posterior.gamma())
        : Finding.absent(TransmissionReason.TOO_FEW_COUNTS);
  }

  private static int firstCase(DailyCounts counts) {
    int first = 0;
    while (first <= counts.last() && !(counts.values()[first] > 0)) {
      first++;
    }
    return first;
  }

  private static double[] pressure(DailyCounts counts, DelayDistribution serial) {
    double[] interval = DelayDays.fromDayOne(serial, LONGEST);
    double[] pressure = new double[counts.last() + 1];
    for (int day = 0; day < pressure.length; day++) {
      for (int s = 1; s < LONGEST && s <= day; s++) {
        pressure[day] += counts.filled(day - s) * interval[s];
      }
    }
    return pressure;
  }

  private static Posterior posterior(
      DailyCounts counts, DailyCounts even, double[] pressure, int day) {
    double cases = 0;
    double pressed = 0;
    for (int d = day - WINDOW + 1; d <= day; d++) {
      double count = even.values()[d];
      if (!Double.isNaN(count)) {
        cases += count;
        pressed += pressure[d];
      }
    }
    return new Posterior(cases, pressed, counts.dispersion(day));
  }

  private record Posterior(double cases, double pressure, double dispersion) {

    GammaDistribution gamma() {
      double shape = PRIOR_SHAPE + cases / dispersion;
      double rate = 1 / PRIOR_SCALE + pressure / dispersion;
      return new GammaDistribution(shape, 1 / rate);
    }

    ReproductionEstimate estimate(CaseCounts series, int day) {
      GammaDistribution r = gamma();
      return new ReproductionEstimate(
          series.dateAt(day),
          WINDOW,
          r.inverseCumulativeProbability(0.5),
          r.inverseCumulativeProbability(0.025),
          r.inverseCumulativeProbability(0.975));
    }
  }
}
