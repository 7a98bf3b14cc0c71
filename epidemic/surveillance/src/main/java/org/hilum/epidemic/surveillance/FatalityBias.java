package org.hilum.epidemic.surveillance;

/** In which direction a case fatality ratio is off, and why. */
public enum FatalityBias {
  /**
   * Deaths come later than cases: while cases grow, the deaths of the newest are not counted yet.
   */
  LOW_WHILE_DEATHS_LAG(
      "Too low while cases grow: deaths come later than cases, so those of the newest cases are not"
          + " counted yet."),
  /** The correction assumes that cases are as completely found as those who have died were. */
  HIGH_WHILE_MORE_CASES_ARE_FOUND(
      "Too high while more and more cases are found: those who die now are compared with the fewer"
          + " cases found earlier."),
  /** Mild cases are not found. */
  HIGH_WHERE_MILD_CASES_ARE_MISSED(
      "Too high as a risk of the infected: mild cases that are never found are not in it."),
  /** Deaths outside hospitals are not found. */
  LOW_WHERE_DEATHS_ARE_MISSED("Too low where deaths outside hospitals are not counted.");

  private final String sentence;

  FatalityBias(String sentence) {
    this.sentence = sentence;
  }

  /** The direction and its cause in a sentence. */
  public String sentence() {
    return sentence;
  }
}
