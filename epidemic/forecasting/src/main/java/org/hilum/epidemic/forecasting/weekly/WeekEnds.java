package org.hilum.epidemic.forecasting.weekly;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import org.hilum.epidemic.forecasting.Span;

/** Which weeks are to be forecast, and what their horizons are called. */
final class WeekEnds {

  private static final int WEEKS = 4;

  private WeekEnds() {}

  /**
   * The weeks in question.
   *
   * <p>A reference date that ends a week is horizon 0, as in the US hub; from any other day the
   * first week that ends later is horizon 1, as in the European hub. Weeks wholly counted are left
   * out.
   *
   * @param lastCounted date of the newest count
   */
  static List<Target> after(LocalDate reference, LocalDate lastCounted, DayOfWeek endsOn) {
    List<Target> targets = new ArrayList<>();
    LocalDate end = reference.with(TemporalAdjusters.nextOrSame(endsOn));
    int horizon = end.equals(reference) ? 0 : 1;
    for (; horizon <= WEEKS; horizon++) {
      if (end.isAfter(lastCounted)) {
        targets.add(new Target(Span.WEEK, horizon, end));
      }
      end = end.plusWeeks(1);
    }
    return targets;
  }

  /**
   * @param span calendar week, or seven days on end
   * @param horizon weeks ahead as the hubs count them
   * @param end last day of the week
   */
  record Target(Span span, int horizon, LocalDate end) {}
}
