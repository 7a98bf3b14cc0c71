package org.hilum.server.planted.epidemic.surveillance;

import org.hilum.server.planted.epidemic.forecasting.Outlook;
import org.hilum.server.planted.imaging.reporting.Report;

/** Breaks two rules: counts know neither forecasts nor readings. */
public final class AsksForecast {
  private AsksForecast() {}

  public static String ask() {
    return Outlook.tomorrow() + new Report();
  }
}
