package org.hilum.epidemic.forecasting;

/** Why a file of forecasts or of truth was refused. */
public enum ForecastingReason {
  UNREADABLE_FILE(
      "FOR-101",
      "A file of forecasts or of truth cannot be opened, or its header is not one that is known."),
  UNREADABLE_ROW("FOR-102", "A row is not understood. Correct the file at the line named."),
  INCOMPLETE_QUANTILES(
      "FOR-103", "A forecast lacks some of the 23 levels that the hubs ask for. Send all of them."),
  DISORDERED_QUANTILES(
      "FOR-104",
      "The values of a forecast fall as the level rises, or lie below zero. Sort or cut them."),
  REPEATED_FORECAST(
      "FOR-105", "The same forecast is there twice. Keep one value for each row and level."),
  NOTHING_TO_SCORE(
      "FOR-106",
      "No forecast meets a known count: other places, other dates, or the truth is yet to come.");

  private final String code;
  private final String meaning;

  ForecastingReason(String code, String meaning) {
    this.code = code;
    this.meaning = meaning;
  }

  /** Stable code. */
  public String code() {
    return code;
  }

  /** What it means and what to do about it. */
  public String meaning() {
    return meaning;
  }
}
