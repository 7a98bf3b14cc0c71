package org.hilum.epidemic.bulletin.chart;

import org.hilum.epidemic.forecasting.Forecast;
import org.hilum.epidemic.forecasting.QuantileLevels;

/** The ends of the two intervals that a bulletin shows. */
public final class Quantiles {

  private static final int LOW_95 = place(0.025);
  private static final int LOW_50 = place(0.25);
  private static final int HIGH_50 = place(0.75);
  private static final int HIGH_95 = place(0.975);

  private Quantiles() {}

  private static int place(double level) {
    for (int n = 0; n < QuantileLevels.COUNT; n++) {
      if (QuantileLevels.at(n) == level) {
        return n;
      }
    }
    throw new IllegalStateException("no such level: " + level);
  }

  public static double low95(Forecast forecast) {
    return forecast.quantile(LOW_95);
  }

  public static double low50(Forecast forecast) {
    return forecast.quantile(LOW_50);
  }

  public static double high50(Forecast forecast) {
    return forecast.quantile(HIGH_50);
  }

  public static double high95(Forecast forecast) {
    return forecast.quantile(HIGH_95);
  }
}
