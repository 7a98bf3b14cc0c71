package org.hilum.epidemic.economy.gap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import org.hilum.epidemic.economy.DailyStringency;
import org.hilum.epidemic.economy.Quarter;
import org.hilum.epidemic.economy.StringencyScenario;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MeanStringencyTest {

  private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);
  private static final Quarter WINTER = new Quarter(2020, 1);

  private static DailyStringency days(double... values) {
    return new DailyStringency("AAA", FIRST, values);
  }

  private static double[] constant(int days, double value) {
    double[] values = new double[days];
    Arrays.fill(values, value);
    return values;
  }

  private static double mean(DailyStringency days, LocalDate asOf, StringencyScenario scenario) {
    return new MeanStringency(asOf, scenario).of(days, WINTER);
  }

  @Test
  void is_the_mean_of_the_days_of_the_quarter() {
    double[] values = constant(91, 40);
    Arrays.fill(values, 0, 45, 0);
    assertThat(mean(days(values), WINTER.lastDay(), StringencyScenario.HELD))
        .isCloseTo(0.4 * 46 / 91, within(1e-12));
  }

  @Test
  void days_after_the_day_of_knowledge_follow_the_scenario() {
    double[] values = constant(91, 100);
    Arrays.fill(values, 0, 31, 50);
    LocalDate asOf = LocalDate.of(2020, 1, 31);
    assertThat(mean(days(values), asOf, StringencyScenario.HELD)).isCloseTo(0.5, within(1e-12));
    assertThat(mean(days(values), asOf, StringencyScenario.EASED)).isBetween(0.38, 0.45);
    assertThat(mean(days(values), asOf, new StringencyScenario("up", 1000)))
        .isLessThanOrEqualTo(1.0);
  }

  @Test
  void a_gap_keeps_the_day_before_and_nothing_known_is_no_number() {
    double[] values = constant(91, 60);
    Arrays.fill(values, 10, 20, Double.NaN);
    assertThat(mean(days(values), WINTER.lastDay(), StringencyScenario.HELD))
        .isCloseTo(0.6, within(1e-12));
    assertThat(mean(days(constant(91, Double.NaN)), WINTER.lastDay(), StringencyScenario.HELD))
        .isNaN();
    assertThat(mean(days(values), FIRST.minusDays(1), StringencyScenario.HELD)).isNaN();
  }
}
