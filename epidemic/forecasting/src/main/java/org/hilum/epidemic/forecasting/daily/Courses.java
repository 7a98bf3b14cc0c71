package org.hilum.epidemic.forecasting.daily;

/**
 * How all places of a panel go on after a day, nothing later being looked at: {@link SteadyCourse}
 * where they were counted for months, {@link EarlyCourse} where the outbreak is young, between them
 * a mixture (of logarithms).
 */
final class Courses {

  /** Days since the first count up to which an outbreak is young, and from which it is not. */
  private static final int YOUNG = 56;

  private static final int GROWN = 84;

  private final Panel panel;
  private final int until;
  private final EarlyCourse early;

  Courses(Panel panel, int until) {
    this.panel = panel;
    this.until = until;
    this.early = new EarlyCourse(panel.rows(), until);
  }

  /** Medians of the days after the day, or after the place's last counted day if that is older. */
  double[] ahead(int place, int days) {
    double[] row = panel.row(place);
    int last = Math.min(until, panel.last(place));
    double share = (double) (GROWN - age(row)) / (GROWN - YOUNG);
    if (share <= 0) {
      return SteadyCourse.ahead(row, last, days);
    }
    double[] ahead = early.ahead(place, last, days);
    if (share < 1) {
      double[] steady = SteadyCourse.ahead(row, last, days);
      for (int d = 0; d < days; d++) {
        ahead[d] = Math.expm1(share * Math.log1p(ahead[d]) + (1 - share) * Math.log1p(steady[d]));
      }
    }
    return ahead;
  }

  private int age(double[] row) {
    int first = 0;
    while (first <= until && !(row[first] > 0)) {
      first++;
    }
    return until - first + 1;
  }
}
