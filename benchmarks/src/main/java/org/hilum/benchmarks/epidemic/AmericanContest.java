package org.hilum.benchmarks.epidemic;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.hilum.epidemic.forecasting.ForecastScores;
import org.hilum.epidemic.forecasting.HubForecast;
import org.hilum.epidemic.forecasting.ScoreLine;
import org.hilum.epidemic.forecasting.Span;

/** US hospital admissions, from vintages, beside the hub's ensemble. */
final class AmericanContest {

  private AmericanContest() {}

  static List<ScoreLine> run(Tables tables, Page page, Engine engine) throws IOException {
    var hub = new AmericanHub(tables);
    List<HubForecast> baseline = hub.forecasts(AmericanHub.BASELINE);
    List<HubForecast> made = engine.forecasts(hub.days(baseline), Span.WEEK, Set.of(0, 1, 2, 3));
    var ours = ForecastScores.of(made, hub.truth(), baseline);
    List<ScoreLine> lines = ours.byHorizon();
    List<ScoreLine> theirs =
        ForecastScores.of(hub.forecasts(AmericanHub.ENSEMBLE), hub.truth(), baseline).byHorizon();
    page.text("");
    page.text("52 jurisdictions, 40 dates to 2025-08-30; left out: " + Page.leftOut(ours) + ".");
    page.table(
        "horizon",
        "rows",
        "missing",
        "ours",
        "ensemble",
        "log: ours",
        "ensemble",
        "in 50/95 %: ours",
        "ensemble",
        "exploded: ours",
        "ensemble");
    double sum = 0;
    double theirSum = 0;
    for (ScoreLine their : theirs) {
      ScoreLine our = EuropeanContest.same(lines, their);
      sum += our.relative().orElseThrow().value();
      theirSum += their.relative().orElseThrow().value();
      page.row(
          their.group().horizon().getAsInt(),
          their.scored(),
          our.missing(),
          "**" + Page.relative(our) + "**",
          Page.relative(their),
          "**" + Page.log(our) + "**",
          Page.log(their),
          Page.coverage(our),
          Page.coverage(their),
          Page.explosions(our),
          Page.explosions(their));
    }
    page.text("");
    page.text(
        "Mean over horizons 0 to 3: ours **%s**, ensemble %s."
            .formatted(Page.three(sum / theirs.size()), Page.three(theirSum / theirs.size())));
    page.text("");
    page.exploded(ours);
    return lines;
  }
}
