package org.hilum.epidemic.economy.gap;

import java.time.LocalDate;
import org.hilum.epidemic.economy.DailyStringency;
import org.hilum.epidemic.economy.Quarter;
import org.hilum.epidemic.economy.StringencyScenario;

/**
 * How strict measures were over a quarter, 0 to 1, as known on a day: later days follow a scenario.
 */
public final class MeanStringency {

  private static final int WEEK = 7;
  private static final double PERCENT = 100;

  private final LocalDate asOf;
  private final StringencyScenario scenario;

  /** Nothing later than the day is looked at. */
  public MeanStringency(LocalDate asOf, StringencyScenario scenario) {
    this.asOf = asOf;
    this.scenario = scenario;
  }

  /** The mean; NaN where the country has no value up to the day, or the quarter begins earlier. */
  public double of(DailyStringency country, Quarter quarter) {
    LocalDate last = country.lastKnown(asOf);
    if (quarter.firstDay().isBefore(country.first()) || last.isBefore(country.first())) {
      return Double.NaN;
    }
    double lastWeek = mean(country, last.minusDays(WEEK - 1), last);
    double sum = 0;
    int days = 0;
    double kept = Double.NaN;
    for (LocalDate day = quarter.firstDay();
        !day.isAfter(quarter.lastDay());
        day = day.plusDays(1)) {
      double value = day.isAfter(last) ? Double.NaN : country.on(day);
      kept = Double.isNaN(value) ? kept : value;
      double taken =
          day.isAfter(last) ? scenario.after(lastWeek, day.toEpochDay() - last.toEpochDay()) : kept;
      if (!Double.isNaN(taken)) {
        sum += taken;
        days++;
      }
    }
    return days == 0 ? Double.NaN : sum / days / PERCENT;
  }

  /** Whether a part of the quarter is assumed. */
  public boolean assumes(DailyStringency country, Quarter quarter) {
    return country.lastKnown(asOf).isBefore(quarter.lastDay());
  }

  private static double mean(DailyStringency country, LocalDate from, LocalDate to) {
    double sum = 0;
    int days = 0;
    for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
      double value = country.on(day);
      if (!Double.isNaN(value)) {
        sum += value;
        days++;
      }
    }
    return sum / days;
  }
}
