package org.hilum.epidemic.bulletin.content;

import org.hilum.epidemic.forecasting.Forecast;
import org.hilum.epidemic.forecasting.QuantileLevels;

/** Whether the next seven days will likely count more than the last, by the forecast itself. */
public enum Direction {
  RISING,
  FALLING,
  UNCLEAR;

  /** A chance from here on is called likely. */
  public static final double LIKELY = 0.75;

  /** The chance that a forecast exceeds a count, 0 to 1, between its quantiles in equal parts. */
  public static double chanceAbove(Forecast forecast, double count) {
    if (forecast.quantile(0) > count) {
      return 1 - QuantileLevels.at(0) / 2;
    }
    for (int n = 1; n < QuantileLevels.COUNT; n++) {
      double low = forecast.quantile(n - 1);
      double high = forecast.quantile(n);
      if (high > count) {
        double part = high > low ? (count - low) / (high - low) : 0;
        double below = QuantileLevels.at(n - 1);
        return 1 - (below + part * (QuantileLevels.at(n) - below));
      }
    }
    return (1 - QuantileLevels.at(QuantileLevels.COUNT - 1)) / 2;
  }

  /** The chance that a forecast is below a count. */
  public static double chanceBelow(Forecast forecast, double count) {
    for (int n = QuantileLevels.COUNT - 1; n >= 0; n--) {
      if (forecast.quantile(n) < count) {
        return n == QuantileLevels.COUNT - 1
            ? 1 - (1 - QuantileLevels.at(n)) / 2
            : QuantileLevels.at(n);
      }
    }
    return QuantileLevels.at(0) / 2;
  }

  /** The direction of a forecast from a count; unclear where the count is not known. */
  public static Direction of(Forecast forecast, double before) {
    if (!Double.isFinite(before)) {
      return UNCLEAR;
    }
    if (chanceAbove(forecast, before) >= LIKELY) {
      return RISING;
    }
    return chanceBelow(forecast, before) >= LIKELY ? FALLING : UNCLEAR;
  }
}
