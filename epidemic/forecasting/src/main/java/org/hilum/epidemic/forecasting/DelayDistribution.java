package org.hilum.epidemic.forecasting;

import org.hipparchus.distribution.RealDistribution;
import org.hipparchus.distribution.continuous.GammaDistribution;
import org.hipparchus.distribution.continuous.LogNormalDistribution;

/**
 * How many days pass from one event to the next: infection to infection, onset to death, admission
 * to discharge.
 */
public final class DelayDistribution {

  /**
   * Onset of a case to onset of the one it infected, COVID-19 in early 2020: mean 4.7 days,
   * standard deviation 2.9 (Nishiura, Linton, Akhmetzhanov, Int J Infect Dis 2020, 93:284).
   */
  public static final DelayDistribution COVID_SERIAL_INTERVAL = logNormal(4.7, 2.9);

  /**
   * Stay in hospital with COVID-19 outside China: median 5 days, quartiles 3 and 9 (Rees et al.,
   * BMC Medicine 2020, 18:270), as a lognormal distribution.
   */
  public static final DelayDistribution COVID_HOSPITAL_STAY = logNormal(6.96, 6.75);

  /** Stay in intensive care: median 7 days, quartiles 4 and 11 (same source). */
  public static final DelayDistribution COVID_INTENSIVE_CARE_STAY = logNormal(9.27, 8.04);

  private static final int STEPS = 16;

  private final RealDistribution days;

  private DelayDistribution(RealDistribution days) {
    this.days = days;
  }

  /** Gamma distribution with a mean and standard deviation in days, both above 0. */
  public static DelayDistribution gamma(double mean, double deviation) {
    check(mean, deviation);
    double scale = deviation * deviation / mean;
    return new DelayDistribution(new GammaDistribution(mean / scale, scale));
  }

  /** Lognormal distribution with a mean and standard deviation in days, both above 0. */
  public static DelayDistribution logNormal(double mean, double deviation) {
    check(mean, deviation);
    double ratio = deviation / mean;
    double variance = Math.log1p(ratio * ratio);
    return new DelayDistribution(
        new LogNormalDistribution(Math.log(mean) - variance / 2, Math.sqrt(variance)));
  }

  private static void check(double mean, double deviation) {
    if (!(mean > 0 && deviation > 0) || Double.isInfinite(mean + deviation)) {
      throw new IllegalArgumentException("mean " + mean + ", deviation " + deviation);
    }
  }

  /** Mean in days. */
  public double mean() {
    return days.getNumericalMean();
  }

  /**
   * Chance that the two events are dated 0, 1, 2 ... days apart, each happening at any hour of its
   * day: {@code P(k) = G(k + 1) - 2 G(k) + G(k - 1)}, G the integral of the cumulative distribution
   * (as in Cori et al., Am J Epidemiol 2013, 178:1505, web appendix). Sums to 1 over the days asked
   * for.
   */
  public double[] daily(int count) {
    double[] chance = new double[count];
    double before = 0;
    double sum = 0;
    for (int k = 0; k < count; k++) {
      double within = area(k);
      chance[k] = Math.max(0, within - before);
      before = within;
      sum += chance[k];
    }
    for (int k = 0; k < count; k++) {
      chance[k] /= sum;
    }
    return chance;
  }

  /** {@link #daily} without day 0, for infections: nobody infects before the next day. */
  public double[] dailyFromOne(int count) {
    double[] chance = daily(count);
    double rest = 1 - chance[0];
    chance[0] = 0;
    for (int k = 1; k < count; k++) {
      chance[k] /= rest;
    }
    return chance;
  }

  /** Chance that more than so many days pass. */
  public double longerThan(double span) {
    return span <= 0 ? 1 : 1 - days.cumulativeProbability(span);
  }

  /** Integral of the cumulative distribution over a day (Simpson). */
  private double area(int day) {
    double sum = 0;
    for (int i = 0; i <= STEPS; i++) {
      double weight = i == 0 || i == STEPS ? 1 : i % 2 == 1 ? 4 : 2;
      sum += weight * (1 - longerThan(day + (double) i / STEPS));
    }
    return sum / (3 * STEPS);
  }
}
