package org.hilum.epidemic.forecasting;

/**
 * Why a file of forecasts or of truth was not taken, in words.
 *
 * @param reason stable code
 * @param message one sentence: what was found
 * @param where file and line
 */
public record ForecastRefusal(ForecastingReason reason, String message, String where) {

  @Override
  public String toString() {
    return reason.code() + " " + message + (where.isEmpty() ? "" : " (" + where + ")");
  }
}
