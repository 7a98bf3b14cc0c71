package org.hilum.epidemic.surveillance;

import org.hipparchus.special.Gamma;

/** How many days pass from one event of a case to another, such as from onset to death. */
public sealed interface DelayDistribution {

  /**
   * Onset to death of COVID-19 before vaccines, in days: mean 14.5. Source: Linton 2020,
   * doi:10.3390/jcm9020538, lognormal with right truncation.
   */
  DelayDistribution COVID_ONSET_TO_DEATH = new LogNormal(2.577, 0.440);

  /**
   * Onset to death of Ebola, in days: mean 8.0. Source: Barry 2018,
   * doi:10.1016/S0140-6736(18)31387-4.
   */
  DelayDistribution EBOLA_ONSET_TO_DEATH = new GammaShaped(2.40, 3.33);

  /** Density at a day, per day. */
  double density(double day);

  /**
   * Gamma distribution.
   *
   * @param shape above 0
   * @param scaleDays above 0
   */
  record GammaShaped(double shape, double scaleDays) implements DelayDistribution {
    @Override
    public double density(double day) {
      if (day <= 0) {
        return 0;
      }
      return Math.exp(
          (shape - 1) * Math.log(day)
              - day / scaleDays
              - Gamma.logGamma(shape)
              - shape * Math.log(scaleDays));
    }
  }

  /**
   * Lognormal distribution.
   *
   * @param meanLog mean of the natural logarithm of days
   * @param sdLog its standard deviation
   */
  record LogNormal(double meanLog, double sdLog) implements DelayDistribution {
    @Override
    public double density(double day) {
      if (day <= 0) {
        return 0;
      }
      double z = (Math.log(day) - meanLog) / sdLog;
      return Math.exp(-z * z / 2) / (day * sdLog * Math.sqrt(2 * Math.PI));
    }
  }
}
