package org.hilum.epidemic.surveillance.fatality;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.hilum.epidemic.surveillance.CaseCounts;
import org.hilum.epidemic.surveillance.DelayDistribution;

/**
 * Cases and deaths side by side, day by day, from the first case's day to the last day both know.
 *
 * @param first date of the first day
 * @param cases newly counted
 * @param deaths newly counted
 */
public record Days(LocalDate first, double[] cases, double[] deaths) {

  /** A delay longer than the density's last thousand-millionth of a part is left out. */
  private static final double NEGLIGIBLE = 1e-12;

  /**
   * Puts two series side by side; weeks are shared evenly among their days, absent is not counted.
   */
  public static Days of(CaseCounts cases, CaseCounts deaths) {
    var first = cases.first().minusDays(cases.rhythm().days() - 1L);
    var last = cases.last().isBefore(deaths.last()) ? cases.last() : deaths.last();
    int days = (int) Math.max(0, ChronoUnit.DAYS.between(first, last) + 1);
    return new Days(first, daily(cases, first, days), daily(deaths, first, days));
  }

  private static double[] daily(CaseCounts counts, LocalDate first, int days) {
    var daily = new double[days];
    int each = counts.rhythm().days();
    for (int step = 0; step < counts.size(); step++) {
      double count = counts.at(step);
      int end = (int) ChronoUnit.DAYS.between(first, counts.dateAt(step));
      for (int day = Math.max(0, end - each + 1); day <= end && day < days; day++) {
        daily[day] += Double.isNaN(count) ? 0 : count / each;
      }
    }
    return daily;
  }

  /** How many days. */
  public int size() {
    return cases.length;
  }

  /**
   * Of the cases, those whose outcome is to be known on each day: cases times the density of the
   * delay at whole days, as in the R package cfr.
   */
  public double[] outcomes(DelayDistribution delay) {
    double[] density = density(delay);
    var outcomes = new double[size()];
    for (int day = 0; day < outcomes.length; day++) {
      for (int back = 0; back <= day && back < density.length; back++) {
        outcomes[day] += cases[day - back] * density[back];
      }
    }
    return outcomes;
  }

  private double[] density(DelayDistribution delay) {
    int length = size();
    while (length > 1 && delay.density(length - 1) < NEGLIGIBLE) {
      length--;
    }
    var density = new double[length];
    for (int day = 0; day < length; day++) {
      density[day] = delay.density(day);
    }
    return density;
  }
}
