package org.hilum.epidemic.forecasting;

/** The 23 levels at which the forecast hubs ask for quantiles. */
public final class QuantileLevels {

  private static final double[] HUB = {
    0.01, 0.025, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75,
    0.8, 0.85, 0.9, 0.95, 0.975, 0.99
  };

  /** How many levels there are. */
  public static final int COUNT = HUB.length;

  /** Place of the median. */
  public static final int MEDIAN = COUNT / 2;

  private QuantileLevels() {}

  /** The levels in ascending order, a copy. */
  public static double[] hub() {
    return HUB.clone();
  }

  /** The level at a place from 0 to 22. */
  public static double at(int place) {
    return HUB[place];
  }
}
