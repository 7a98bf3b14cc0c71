package org.hilum.epidemic.forecasting;

/** What was counted in the end where something had been forecast. */
public sealed interface TruthValue {

  /** Persons counted. */
  record Known(double count) implements TruthValue {}

  /**
   * Known, but not to be scored with.
   *
   * @param why a word or two: {@code negative day}
   */
  record LeftOut(String why) implements TruthValue {}

  /** Not counted yet, or never reported. */
  record Unknown() implements TruthValue {}
}
