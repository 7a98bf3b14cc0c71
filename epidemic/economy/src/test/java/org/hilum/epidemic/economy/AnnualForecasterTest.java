package org.hilum.epidemic.economy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AnnualForecasterTest {

  private final DrawnWorld drawn = new DrawnWorld();
  private final AnnualForecaster forecaster = new AnnualForecaster(drawn.published());

  private AnnualOutlook outlook(LocalDate asOf, StringencyScenario scenario) {
    return forecaster.outlook(drawn.data(), 2020, asOf, scenario).of("C03").orElseThrow();
  }

  private static double trueGrowth(EconomyData data) {
    GdpLevels levels = data.gdp().getOrDefault("C03", data.gdp().values().iterator().next());
    double now = 0;
    double before = 0;
    for (int number = 1; number <= 4; number++) {
      now += levels.at(new Quarter(2020, number));
      before += levels.at(new Quarter(2019, number));
    }
    return 100 * (now / before - 1);
  }

  @Test
  void is_exact_and_certain_once_every_quarter_is_published() {
    AnnualOutlook outlook = outlook(LocalDate.of(2021, 4, 1), StringencyScenario.HELD);
    assertThat(outlook.quartersKnown()).isEqualTo(4);
    assertThat(outlook.growthPercent()).isCloseTo(trueGrowth(drawn.data()), within(1e-9));
    assertThat(outlook.high95() - outlook.low95()).isCloseTo(0, within(1e-9));
  }

  @Test
  void comes_nearer_and_surer_with_each_quarter_published() {
    double truth = trueGrowth(drawn.data());
    AnnualOutlook early = outlook(LocalDate.of(2020, 6, 30), StringencyScenario.HELD);
    AnnualOutlook late = outlook(LocalDate.of(2020, 12, 31), StringencyScenario.HELD);
    assertThat(late.high95() - late.low95()).isLessThan(early.high95() - early.low95());
    assertThat(Math.abs(late.growthPercent() - truth)).isLessThan(0.5);
    assertThat(truth).isBetween(early.low95(), early.high95());
  }

  @Test
  void stricter_scenarios_cost_more() {
    LocalDate asOf = LocalDate.of(2020, 6, 30);
    double tightened = outlook(asOf, StringencyScenario.TIGHTENED).growthPercent();
    double held = outlook(asOf, StringencyScenario.HELD).growthPercent();
    double eased = outlook(asOf, StringencyScenario.EASED).growthPercent();
    assertThat(tightened).isLessThan(held);
    assertThat(held).isLessThan(eased);
  }

  @Test
  void gives_the_country_that_published_changes_only() {
    OutlookRun run =
        forecaster.outlook(drawn.data(), 2020, LocalDate.of(2020, 7, 31), StringencyScenario.HELD);
    AnnualOutlook guide = run.of(DrawnWorld.GUIDE).orElseThrow();
    assertThat(guide.quartersKnown()).isEqualTo(2);
    assertThat(guide.growthPercent()).isBetween(-10.0, 0.0);
    assertThat(run.sources()).extracting(Source::name).contains("drawn office");
  }

  @Test
  void gives_next_year_with_half_of_this_one_unknown() {
    OutlookRun run =
        forecaster.outlook(drawn.data(), 2021, LocalDate.of(2020, 9, 30), StringencyScenario.EASED);
    AnnualOutlook outlook = run.of("C03").orElseThrow();
    assertThat(outlook.quartersKnown()).isZero();
    assertThat(outlook.growthPercent()).isGreaterThan(2);
  }

  @Test
  void says_when_a_quarter_of_the_year_before_is_missing() {
    EconomyData data = drawn.data();
    Map<String, GdpLevels> gdp = new HashMap<>(data.gdp());
    gdp.computeIfPresent(
        "C03",
        (code, one) -> {
          TreeMap<Quarter, Double> levels = new TreeMap<>(one.levels());
          levels.remove(new Quarter(2020, 1));
          return new GdpLevels(code, code, levels);
        });
    EconomyData gap =
        new EconomyData(gdp, data.stringency(), Map.of(), data.sources(), data.remarks());
    OutlookRun run =
        forecaster.outlook(gap, 2020, LocalDate.of(2020, 9, 30), StringencyScenario.HELD);
    assertThat(run.of("C03")).isEmpty();
    assertThat(run.remarks())
        .anyMatch(
            one -> one.reason() == EconomyReason.YEAR_INCOMPLETE && one.where().equals("C03"));
  }

  @Test
  void refuses_a_year_beyond_the_next() {
    EconomyData data = drawn.data();
    LocalDate day = LocalDate.of(2020, 9, 30);
    assertThatThrownBy(() -> forecaster.outlook(data, 2022, day, StringencyScenario.HELD))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
