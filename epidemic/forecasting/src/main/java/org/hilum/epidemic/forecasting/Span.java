package org.hilum.epidemic.forecasting;

/** The stretch of time whose count is forecast. */
public enum Span {
  /** One day; horizon in days after the last counted day. */
  DAY("day inc "),
  /** An epidemiological week, Sunday to Saturday; horizon in weeks. */
  WEEK("wk inc "),
  /** Seven days on end after the last counted day, whatever the weekday; horizon in such weeks. */
  SEVEN_DAYS("7d inc ");

  private final String hubPrefix;

  Span(String hubPrefix) {
    this.hubPrefix = hubPrefix;
  }

  /** How the target of a hub file begins. */
  public String hubPrefix() {
    return hubPrefix;
  }
}
