package org.hilum.epidemic.forecasting.daily;

/**
 * Which forecasts would have been made on the days before, and what is learnt from them: how to
 * correct tomorrow's ({@link SharedErrors}) and how wide the intervals must be ({@link
 * PastErrors}). Each is made from the days up to its own origin only, oldest first.
 */
final class Rehearsal {

  static final int WEEKS = 4;
  private static final int LEARNT_DAYS = 180;
  private static final int FEWEST_DAYS = 4;

  /**
   * Tomorrow, then one to four times seven days: spread of the errors on a log scale, if unknown.
   */
  private static final double[] USUAL_SPREAD = {0.3, 0.3, 0.5, 0.6, 0.8};

  private final Panel panel;
  private final PastErrors[] errors = new PastErrors[1 + WEEKS];
  private final SharedErrors shared;

  Rehearsal(Panel panel) {
    this.panel = panel;
    this.shared = new SharedErrors(panel);
    for (int h = 0; h < errors.length; h++) {
      errors[h] = new PastErrors(panel.places(), memory(h, panel.counted()));
    }
    int first = Math.max(FEWEST_DAYS, panel.counted() - LEARNT_DAYS);
    for (int origin = first; origin < panel.counted(); origin++) {
      shared.learn(origin);
      rehearse(origin);
    }
    shared.learn(panel.counted());
    for (PastErrors one : errors) {
      one.learn();
    }
  }

  /** Errors of the near are forgotten sooner than those of the far, and sooner in a young panel. */
  private static PastErrors.Memory memory(int horizon, int days) {
    double halfLife = Math.min(horizon < 2 ? 28 : 56, Math.max(1, days / 5.0));
    // errors of seven days overlap and so say less each
    return horizon == 0
        ? new PastErrors.Memory(USUAL_SPREAD[0], halfLife, 14, 60)
        : new PastErrors.Memory(USUAL_SPREAD[horizon], halfLife, 50, 100);
  }

  private void rehearse(int origin) {
    int gap = panel.uncounted();
    Courses then = new Courses(panel, origin);
    for (int place = 0; place < panel.places(); place++) {
      if (origin > panel.last(place)) {
        continue;
      }
      double[] totals = totals(then.ahead(place, gap + 7 * WEEKS), gap);
      int tomorrow = origin + gap + 1;
      shared.expect(place, tomorrow, totals[0]);
      totals[0] = shared.corrected(place, tomorrow, totals[0]);
      for (int h = 0; h < errors.length; h++) {
        double came = came(panel.row(place), origin + gap, h);
        if (!Double.isNaN(came)) {
          errors[h].add(place, totals[h], came, panel.counted() - origin);
        }
      }
    }
  }

  /** The next day, then four times seven days. */
  private static double[] totals(double[] ahead, int gap) {
    double[] totals = new double[1 + WEEKS];
    totals[0] = ahead[gap];
    for (int d = 0; d < 7 * WEEKS; d++) {
      totals[1 + d / 7] += ahead[gap + d];
    }
    return totals;
  }

  private static double came(double[] row, int after, int horizon) {
    int from = horizon == 0 ? after + 1 : after + 1 + 7 * (horizon - 1);
    int to = horizon == 0 ? from : from + 6;
    if (to >= row.length) {
      return Double.NaN;
    }
    double sum = 0;
    for (int d = from; d <= to; d++) {
      sum += row[d];
    }
    return sum;
  }

  /** Medians after a place's last day: the next day, then four times seven days. */
  double[] medians(Courses now, int place) {
    int last = panel.last(place);
    int gap = last - Math.min(last, panel.counted());
    double[] totals = totals(now.ahead(place, gap + 7 * WEEKS), gap);
    totals[0] = shared.corrected(place, last + 1, totals[0]);
    return totals;
  }

  /** Errors of tomorrow (0) or of the first to fourth seven days. */
  PastErrors errors(int horizon) {
    return errors[horizon];
  }
}
