package org.hilum.epidemic.forecasting;

/** Whether counts rise or fall, by the 95 % interval of the daily growth. */
public enum Trend {
  /** The whole interval lies above zero. */
  RISING,
  /** The whole interval lies below zero. */
  FALLING,
  /** The interval spans zero and lies within 2 % a day on both sides. */
  STABLE,
  /** The interval spans zero and is wider: the counts do not tell. */
  UNCLEAR;

  private static final double LITTLE = 0.02;

  /** The class of an interval of growth a day, log scale. */
  public static Trend of(double low, double high) {
    if (low > 0) {
      return RISING;
    }
    if (high < 0) {
      return FALLING;
    }
    return low >= -LITTLE && high <= LITTLE ? STABLE : UNCLEAR;
  }
}
