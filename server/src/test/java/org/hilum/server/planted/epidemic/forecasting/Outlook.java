package org.hilum.server.planted.epidemic.forecasting;

/** Lies downstream of the counts. */
public final class Outlook {
  private Outlook() {}

  public static String tomorrow() {
    return "more";
  }
}
