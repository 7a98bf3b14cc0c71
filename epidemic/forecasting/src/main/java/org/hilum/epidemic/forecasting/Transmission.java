package org.hilum.epidemic.forecasting;

import java.util.List;
import org.hilum.epidemic.forecasting.daily.DailyForecaster;
import org.hilum.epidemic.forecasting.transmission.BedOccupancy;
import org.hilum.epidemic.forecasting.transmission.CoriReproduction;
import org.hilum.epidemic.forecasting.transmission.PeakSearch;
import org.hilum.epidemic.forecasting.transmission.RecentGrowth;
import org.hilum.epidemic.forecasting.transmission.RenewalScenario;
import org.hilum.epidemic.surveillance.CaseCounts;
import org.hilum.epidemic.surveillance.DelayDistribution;

/**
 * How the disease passes on in a place: reproduction number, growth, peak, beds, what-if. All say
 * why where there is no figure.
 *
 * <p>Best fed with counts as if reported every day ({@code ReviewedCounts.spread}), less the days
 * at the end that are not wholly counted yet ({@link #uncountedDays}).
 */
public final class Transmission {

  private Transmission() {}

  /**
   * How many days at the end are not wholly counted yet, all places looked at together.
   *
   * @param series daily series of one measure
   */
  public static int uncountedDays(List<CaseCounts> series) {
    return DailyForecaster.uncountedDays(series);
  }

  /**
   * Reproduction number by day, the newest last, for all days with enough counts.
   *
   * @param cases daily counts
   * @param serialInterval days from case to case
   */
  public static Finding<List<ReproductionEstimate>> reproduction(
      CaseCounts cases, DelayDistribution serialInterval) {
    return CoriReproduction.byDay(cases, serialInterval);
  }

  /** Growth of the last seven days over the seven before (or week over week). */
  public static Finding<GrowthEstimate> growth(CaseCounts counts) {
    return RecentGrowth.of(counts);
  }

  /**
   * When the seven-day mean may be highest.
   *
   * @param counts daily counts
   * @param forecasts among them the four {@code 7d inc} of the same place and measure
   */
  public static Finding<PeakWindow> peak(CaseCounts counts, List<Forecast> forecasts) {
    return PeakSearch.of(counts, forecasts);
  }

  /**
   * Beds needed on each of the next 28 days.
   *
   * @param counts daily admissions, or cases where the plan says which share is admitted
   * @param forecasts among them the four {@code 7d inc} of the same place and measure
   */
  public static Finding<List<BedDemand>> beds(
      CaseCounts counts, List<Forecast> forecasts, BedPlan plan) {
    return BedOccupancy.of(counts, forecasts, plan);
  }

  /**
   * What would be counted on each day if a scenario held.
   *
   * @param cases daily counts
   * @param days how many days after the last count, up to 365
   */
  public static Finding<ScenarioOutcome> scenario(
      CaseCounts cases, Scenario scenario, ScenarioAssumptions assumptions, int days) {
    return switch (scenarios(cases, List.of(scenario), assumptions, days)) {
      case Finding.Absent<List<ScenarioOutcome>>(var reason) -> Finding.absent(reason);
      case Finding.Found<List<ScenarioOutcome>>(var outcomes) -> Finding.found(outcomes.getFirst());
    };
  }

  /**
   * What would be counted if each of several scenarios held, which is quicker than one by one.
   *
   * @param cases daily counts
   * @param days how many days after the last count, up to 365
   * @return an outcome for each scenario, in their order
   */
  public static Finding<List<ScenarioOutcome>> scenarios(
      CaseCounts cases, List<Scenario> scenarios, ScenarioAssumptions assumptions, int days) {
    return RenewalScenario.of(cases, scenarios, assumptions, days);
  }
}
