package org.hilum.epidemic.economy.gap;

/**
 * What is known of one country: how sensitive it is to measures, and what else moved it.
 *
 * <p>The gap to the old path in quarter t is {@code -a(t) F(t) m + w(t)}: {@code a} the common
 * elasticity, percent of output at full stringency; {@code F} mean stringency, 0 to 1; {@code m}
 * the country's sensitivity, normal around 1; {@code w} a random walk with variance {@code q} a
 * quarter, percent. Two numbers and their covariance, kept by a Kalman filter with exact readings.
 *
 * <p>Source: kalman1960.
 *
 * @param m sensitivity
 * @param w what else, percent of the path
 * @param varM variance of m
 * @param covariance of m and w
 * @param varW variance of w
 */
record CountryState(double m, double w, double varM, double covariance, double varW) {

  /** Rounding of published levels, so that variances never reach zero. */
  private static final double READING_VARIANCE = 0.01;

  /** Before anything was seen. */
  static CountryState before(double spread) {
    return new CountryState(1, 0, spread * spread, 0, 0);
  }

  /** The expected gap under an effect {@code a F}, percent. */
  double gap(double effect) {
    return -effect * m + w;
  }

  /** Covariance of the gaps of two quarters, without what the walk adds after now. */
  double covariance(double effect, double otherEffect) {
    return effect * otherEffect * varM - (effect + otherEffect) * covariance + varW;
  }

  /** A quarter later, no reading. */
  CountryState later(double walkVariance) {
    return new CountryState(m, w, varM, covariance, varW + walkVariance);
  }

  /** After a quarter's gap was read. */
  CountryState read(double gapPercent, double effect) {
    double ofM = -effect * varM + covariance;
    double ofW = -effect * covariance + varW;
    double variance = -effect * ofM + ofW + READING_VARIANCE;
    double surprise = (gapPercent - gap(effect)) / variance;
    return new CountryState(
        m + ofM * surprise,
        w + ofW * surprise,
        varM - ofM * ofM / variance,
        covariance - ofM * ofW / variance,
        varW - ofW * ofW / variance);
  }
}
