package org.hilum.epidemic.forecasting;

import java.time.LocalDate;
import java.util.List;

/**
 * What would be counted a day if a scenario held.
 *
 * @param days in order of date
 */
public record ScenarioOutcome(Scenario scenario, ScenarioAssumptions assumptions, List<Day> days) {

  public ScenarioOutcome {
    days = List.copyOf(days);
  }

  /**
   * A day's count, freed of the weekday.
   *
   * @param low lower end of the 95 % interval
   * @param high upper end
   */
  public record Day(LocalDate date, double low, double median, double high) {}
}
