package org.hilum.epidemic.surveillance;

/** Why counts were refused, or what was found unusual in them. */
public enum SurveillanceReason {
  NO_COUNTS(
      "SUR-001",
      "The folder holds none of cases.csv, deaths.csv and admissions.csv. Put at least one there."),
  FUTURE_ROW(
      "SUR-002",
      "A row is dated after the day of knowledge. Leave later rows out, or name the later day."),
  UNREADABLE_ROW(
      "SUR-003", "A row or a header is not understood. Correct the file at the line named."),
  EMPTY_PLACE(
      "SUR-004", "A place has no usable count. Nothing is forecast for it; send its counts."),
  NEGATIVE_CORRECTION(
      "SUR-005",
      "The source took counts back on a day. The days before were lowered; the raw counts are kept."),
  DUMP(
      "SUR-006",
      "A day holds many times what its neighbours do: late reports at once. It was spread; the raw"
          + " counts are kept."),
  WEEKLY_REPORTING(
      "SUR-007", "The place reports once a week or on a few days. It is treated as weekly."),
  MISSING_DAYS(
      "SUR-008",
      "Days were not reported. They stay absent and are not taken for zero; what was reported later"
          + " for them is shared among them."),
  DEFINITION_CHANGE(
      "SUR-009",
      "The level changed for good from one day to the next: what is counted may have. Ask the"
          + " source; neither level was changed."),
  STALE("SUR-010", "The newest count is older than a week. Forecasts begin from an old state.");

  private final String code;
  private final String meaning;

  SurveillanceReason(String code, String meaning) {
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
