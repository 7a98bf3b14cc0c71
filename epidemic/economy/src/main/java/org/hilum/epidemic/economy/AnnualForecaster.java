package org.hilum.epidemic.economy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hilum.epidemic.economy.gap.GapModel;
import org.hilum.epidemic.economy.gap.KnownCountry;
import org.hilum.epidemic.economy.gap.KnownWorld;
import org.hilum.epidemic.economy.gap.YearGrowth;

/**
 * Tells how a year's output may grow: quarters published, the rest nowcast under a scenario.
 *
 * <p>In and limits: as {@link GdpNowcaster}. Out: growth of the sum of four quarters on the sum of
 * the four before, percent. The intervals hold under the scenario only; compare scenarios to see
 * what measures to come may change.
 */
public final class AnnualForecaster {

  private final PublishedReadings published;

  /**
   * @param published what was published elsewhere while it happened
   */
  public AnnualForecaster(PublishedReadings published) {
    this.published = published;
  }

  /** The year as of a day; it may begin at most two years after the day. */
  public OutlookRun outlook(
      EconomyData data, int year, LocalDate asOf, StringencyScenario scenario) {
    if (year > asOf.getYear() + 1) {
      throw new IllegalArgumentException("too far ahead of " + asOf + ": " + year);
    }
    KnownWorld world = new KnownWorld(data, published, asOf, scenario);
    GapModel model = GapModel.learn(world);
    List<EconomyRemark> remarks = new ArrayList<>(world.remarks());
    remarks.addAll(model.remarks());
    List<AnnualOutlook> outlooks = new ArrayList<>();
    for (String code : world.everyone().keySet()) {
      growth(world, model, code, year)
          .ifPresentOrElse(
              growth -> outlooks.add(outlook(model, growth, code, year)),
              () -> remarks.add(incomplete(code, year)));
    }
    return new OutlookRun(year, asOf, scenario, outlooks, published.sources(data, asOf), remarks);
  }

  private static Optional<YearGrowth> growth(
      KnownWorld world, GapModel model, String code, int year) {
    KnownCountry country = world.country(code);
    return YearGrowth.of(country, model.path(code, new Quarter(year, 4)), year);
  }

  private static AnnualOutlook outlook(GapModel model, YearGrowth growth, String code, int year) {
    double half = growth.deviation() * model.surprises().half();
    double most = growth.deviation() * model.surprises().most();
    double middle = growth.percent();
    return new AnnualOutlook(
        code,
        year,
        middle,
        middle - half,
        middle + half,
        middle - most,
        middle + most,
        growth.quartersKnown());
  }

  private static EconomyRemark incomplete(String code, int year) {
    return new EconomyRemark(
        EconomyReason.YEAR_INCOMPLETE,
        "A quarter of " + code + " in " + (year - 1) + " or " + year + " is missing.",
        code);
  }
}
