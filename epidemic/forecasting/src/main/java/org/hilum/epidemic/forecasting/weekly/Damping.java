package org.hilum.epidemic.forecasting.weekly;

import org.hilum.epidemic.surveillance.Measure;

/**
 * How much of a growth learnt from the past is believed after some weeks.
 *
 * <p>Waves turn sooner than regressions on them say: people and authorities react. Deaths follow
 * cases already seen and are damped less. A short history has seen few turns, however many places
 * it covers, and is believed less. A decline is believed as it is: what ends a wave goes on, and
 * nothing calls for a turn while few fall ill. Round values, chosen on the development windows.
 */
final class Damping {

  private static final double PER_WEEK = 0.8;
  private static final double DEATHS_PER_WEEK = 0.9;

  /** After so many weeks of history its growths are believed to 1 - 1/e. */
  private static final double HISTORY_WEEKS = 15;

  private Damping() {}

  /**
   * The share that is believed of a log growth.
   *
   * @param lead steps ahead
   * @param growth what was learnt, log of what comes over what was
   */
  static double of(View view, int lead, double growth) {
    return growth <= 0 ? 1 : ofRise(view, lead);
  }

  private static double ofRise(View view, int lead) {
    double weeks = (double) lead / view.panel().week;
    double base = view.panel().measure == Measure.DEATHS ? DEATHS_PER_WEEK : PER_WEEK;
    double history = 1 - Math.exp(-view.weeks() / HISTORY_WEEKS);
    return history * Math.pow(base, Math.max(0, weeks - 1));
  }
}
