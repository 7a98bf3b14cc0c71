package org.hilum.epidemic.economy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.hilum.epidemic.economy.gap.GapModel;
import org.hilum.epidemic.economy.gap.GapPath;
import org.hilum.epidemic.economy.gap.KnownCountry;
import org.hilum.epidemic.economy.gap.KnownWorld;
import org.hilum.epidemic.economy.gap.QuarterChange;

/**
 * Tells what output did in a quarter before it is published, from measures and earlier quarters.
 *
 * <p>In: quarterly output, daily stringency, what was published elsewhere; only what was known on
 * the day: quarters 75 days after their end, stringency of days up to it. <br>
 * Out: change on the quarter before, percent, with intervals of 50 and 95 %. <br>
 * Formula: {@code docs/epidemic/economy.md}. <br>
 * Limits: output and stringency are those of the edition read, revised since the day. Scored on
 * 2020-Q2 and Q3 only; from 2020-Q4 on stringency says little of output.
 */
public final class GdpNowcaster {

  private static final double PERCENT = 100;

  private final PublishedReadings published;

  /**
   * @param published what was published elsewhere while it happened
   */
  public GdpNowcaster(PublishedReadings published) {
    this.published = published;
  }

  /** The quarter as of a day, measures of days to come kept as they are. */
  public NowcastRun nowcast(EconomyData data, Quarter quarter, LocalDate asOf) {
    KnownWorld world = new KnownWorld(data, published, asOf, StringencyScenario.HELD);
    GapModel model = GapModel.learn(world);
    List<EconomyRemark> remarks = new ArrayList<>(world.remarks());
    remarks.addAll(model.remarks());
    List<GdpNowcast> nowcasts = new ArrayList<>();
    for (Map.Entry<String, KnownCountry> one : world.everyone().entrySet()) {
      if (one.getValue().lastKnown().compareTo(quarter) < 0) {
        nowcasts.add(nowcast(world, model, one.getKey(), quarter));
      } else {
        remarks.add(published(one.getKey(), quarter));
      }
    }
    if (nowcasts.stream().anyMatch(GdpNowcast::stringencyAssumed)) {
      remarks.add(
          new EconomyRemark(
              EconomyReason.STRINGENCY_ASSUMED,
              "Measures after " + asOf + " are taken to stay as they were.",
              quarter.toString()));
    }
    return new NowcastRun(
        quarter,
        asOf,
        nowcasts,
        reasons(world, model, quarter),
        published.sources(data, asOf),
        remarks);
  }

  private static GdpNowcast nowcast(
      KnownWorld world, GapModel model, String code, Quarter quarter) {
    GapPath path = model.path(code, quarter);
    int last = path.meansPercent().length - 1;
    QuarterChange expected = QuarterChange.of(world.country(code), path);
    double change = expected.percent();
    double half = expected.deviation() * model.surprises().half();
    double most = expected.deviation() * model.surprises().most();
    return new GdpNowcast(
        code,
        quarter,
        change,
        change - half,
        change + half,
        change - most,
        change + most,
        path.meansPercent()[last],
        PERCENT * path.stringency()[last],
        world.assumes(code, quarter));
  }

  private static EconomyRemark published(String code, Quarter quarter) {
    return new EconomyRemark(
        EconomyReason.ALREADY_PUBLISHED, quarter + " of " + code + " was already published.", code);
  }

  private static List<String> reasons(KnownWorld world, GapModel model, Quarter quarter) {
    List<String> all = new ArrayList<>();
    OptionalDouble cost =
        world.countries().isEmpty()
            ? OptionalDouble.empty()
            : model.elasticity(world.countries().firstKey(), quarter);
    cost.ifPresent(
        percent ->
            all.add(
                String.format(
                    Locale.ROOT,
                    "Full stringency over the quarter is taken to cost %.1f %% of output.",
                    percent)));
    world
        .guides()
        .keySet()
        .forEach(code -> all.add("Published quarters of " + code + ", struck earlier, were used."));
    all.add(
        String.format(
            Locale.ROOT,
            "Apart from measures a country's output walks %.1f points a quarter.",
            model.walkPercent()));
    return all;
  }
}
