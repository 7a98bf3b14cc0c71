package org.hilum.epidemic.forecasting.weekly;

import org.hilum.epidemic.surveillance.Measure;

/**
 * How much of a growth learnt from the past is believed after some weeks.
 *
 * <p>Waves turn sooner than regressions on them say: people and authorities react. Deaths follow
 * cases already seen and are damped less. Round values, chosen on the development windows.
 */
final class Damping {

  private static final double PER_WEEK = 0.8;
  private static final double DEATHS_PER_WEEK = 0.9;

  private Damping() {}

  static double of(Measure measure, double weeks) {
    double base = measure == Measure.DEATHS ? DEATHS_PER_WEEK : PER_WEEK;
    return Math.pow(base, Math.max(0, weeks - 1));
  }
}
