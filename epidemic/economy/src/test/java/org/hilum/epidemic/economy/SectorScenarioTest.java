package org.hilum.epidemic.economy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SectorScenarioTest {

  @Test
  void at_the_stringency_of_spring_2020_china_loses_what_it_lost() {
    SectorScenario scenario = SectorScenario.ofChina(59);
    // -6.8 % on the year before instead of +6.0 %
    assertThat(scenario.lowPercent()).isCloseTo(100 * (0.932 / 1.06 - 1), within(0.3));
    assertThat(scenario.highPercent()).isGreaterThan(scenario.lowPercent()).isLessThan(0);
  }

  @Test
  void ranges_are_in_order_and_sum_to_the_whole() {
    SectorScenario scenario = SectorScenario.ofChina(80);
    double sum = scenario.ranges().stream().mapToDouble(SectorRange::lowPoints).sum();
    assertThat(sum).isCloseTo(scenario.lowPercent(), within(1e-9));
    assertThat(scenario.ranges())
        .hasSize(11)
        .allMatch(range -> range.lowPercent() <= range.highPercent())
        .allMatch(range -> range.lowPercent() >= -100);
    assertThat(scenario.ranges().getFirst().sector().name()).isEqualTo("Industry");
  }

  @Test
  void no_measures_no_loss() {
    assertThat(SectorScenario.ofChina(0).lowPercent()).isZero();
  }

  @Test
  void says_what_it_assumes_and_where_figures_come_from() {
    SectorScenario scenario = SectorScenario.ofChina(59);
    assertThat(scenario.assumptions()).hasSize(4).anyMatch(one -> one.contains("not a forecast"));
    assertThat(scenario.sources()).hasSize(1);
  }

  @Test
  void refuses_shares_that_make_no_whole_and_stringency_out_of_range() {
    List<Sector> half = List.of(new Sector("all", 50, -10, -5));
    assertThatThrownBy(() -> new SectorScenario(50, half, List.of()))
        .hasMessageContaining("shares sum to 50");
    assertThatThrownBy(() -> SectorScenario.ofChina(101)).hasMessageContaining("0 to 100");
    assertThatThrownBy(() -> SectorScenario.ofChina(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
