package org.hilum.epidemic.surveillance;

/** What is counted. */
public enum Measure {
  /** Confirmed cases by report date. */
  CASES("cases.csv", "case"),
  /** Deaths by report date. */
  DEATHS("deaths.csv", "death"),
  /** Hospital admissions with the disease. */
  ADMISSIONS("admissions.csv", "hosp");

  private final String file;
  private final String hubWord;

  Measure(String file, String hubWord) {
    this.file = file;
    this.hubWord = hubWord;
  }

  /** Name of the file in a vintage folder. */
  public String file() {
    return file;
  }

  /** The word of the forecast hubs, as in {@code wk inc case}. */
  public String hubWord() {
    return hubWord;
  }
}
