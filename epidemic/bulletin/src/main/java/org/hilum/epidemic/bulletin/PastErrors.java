package org.hilum.epidemic.bulletin;

import org.hilum.epidemic.forecasting.Calibration;

/**
 * How good earlier forecasts were, and what they are.
 *
 * @param origin kept when they were made, or remade for this bulletin
 */
public record PastErrors(Origin origin, Calibration calibration) {

  /** Where the scored forecasts come from. */
  public enum Origin {
    /** Files written on the day of each forecast. */
    KEPT,
    /**
     * Made now from today's counts, cut at each past day: what was revised since is not undone, so
     * that the errors are rather too small.
     */
    REMADE
  }
}
