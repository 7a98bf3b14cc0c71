package org.hilum.epidemic.surveillance;

/** How many days one value of a series covers. */
public enum Rhythm {
  /** One value a day, dated by that day. */
  DAILY(1),
  /** One value a week, dated by the week's last day. */
  WEEKLY(7);

  private final int days;

  Rhythm(int days) {
    this.days = days;
  }

  /** Days that one value covers. */
  public int days() {
    return days;
  }
}
