package org.hilum.epidemic.forecasting;

/** Why a figure about transmission is absent. */
public enum TransmissionReason {
  TOO_FEW_COUNTS(
      "FOR-201", "Too few were counted lately for a figure that means anything. Wait for more."),
  TOO_FEW_DAYS("FOR-202", "The series is too short. Send more days."),
  MISSING_DAYS("FOR-203", "Days are missing or were taken back just where they are needed."),
  DIRECTION_UNKNOWN(
      "FOR-204", "The counts may as well be rising as falling, so they neither double nor halve."),
  NO_DAILY_COUNTS("FOR-205", "The figure needs one count a day, and the place reports weekly."),
  NO_FORECAST(
      "FOR-206", "The four forecasts of seven days each that the figure needs are not there.");

  private final String code;
  private final String meaning;

  TransmissionReason(String code, String meaning) {
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
