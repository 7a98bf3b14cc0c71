package org.hilum.epidemic.forecasting;

import org.hilum.epidemic.surveillance.DelayDistribution;

/** Delays of COVID-19 that are taken when a health department names none, with their sources. */
public final class CovidDelays {

  /**
   * Onset of a case to onset of the one it infected, early 2020: mean 4.7 days, standard deviation
   * 2.9. Source: Nishiura, Linton, Akhmetzhanov 2020, Int J Infect Dis 93:284.
   */
  public static final DelayDistribution SERIAL_INTERVAL = logNormal(4.7, 2.9);

  /**
   * Stay in hospital outside China: median 5 days, quartiles 3 and 9. Source: Rees et al. 2020, BMC
   * Medicine 18:270; lognormal, from the quartiles.
   */
  public static final DelayDistribution HOSPITAL_STAY =
      new DelayDistribution.LogNormal(Math.log(5), 0.814);

  /**
   * Stay in intensive care outside China: median 7 days, quartiles 4 and 11. Same source and
   * method.
   */
  public static final DelayDistribution INTENSIVE_CARE_STAY =
      new DelayDistribution.LogNormal(Math.log(7), 0.750);

  private CovidDelays() {}

  /** Lognormal delay with a mean and standard deviation in days, both above 0. */
  public static DelayDistribution logNormal(double mean, double deviation) {
    double ratio = deviation / mean;
    double variance = Math.log1p(ratio * ratio);
    return new DelayDistribution.LogNormal(Math.log(mean) - variance / 2, Math.sqrt(variance));
  }

  /** Gamma delay with a mean and standard deviation in days, both above 0. */
  public static DelayDistribution gamma(double mean, double deviation) {
    double scale = deviation * deviation / mean;
    return new DelayDistribution.GammaShaped(mean / scale, scale);
  }
}
