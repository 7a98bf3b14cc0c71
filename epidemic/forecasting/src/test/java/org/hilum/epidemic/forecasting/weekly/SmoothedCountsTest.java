package org.hilum.epidemic.forecasting.weekly;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SmoothedCountsTest {

  private static double[] steady(int days) {
    double[] values = new double[days];
    Arrays.fill(values, 100);
    return values;
  }

  @Test
  void zeros_at_the_end_where_counts_were_usual_are_not_believed() {
    double[] values = steady(60);
    Arrays.fill(values, 57, 60, 0);
    assertThat(SmoothedCounts.of(values, 7).lastCounted()).isEqualTo(56);
  }

  @Test
  void zeros_of_a_place_with_few_counts_are_believed() {
    double[] values = new double[60];
    values[40] = 2;
    assertThat(SmoothedCounts.of(values, 7).lastCounted()).isEqualTo(59);
  }

  @Test
  void a_dump_and_a_correction_give_way_to_what_is_usual() {
    double[] values = steady(60);
    values[50] = 4000;
    values[53] = -2000;
    assertThat(SmoothedCounts.of(values, 7).values()).containsOnly(100);
  }

  @Test
  void a_catching_up_day_is_shared_among_the_days_before() {
    double[] values = steady(60);
    values[50] = 0;
    values[51] = 0;
    values[52] = 300;
    assertThat(SmoothedCounts.of(values, 7).values()).containsOnly(100);
  }

  @Test
  void days_absent_at_the_end_are_left_out() {
    double[] values = steady(60);
    values[59] = Double.NaN;
    assertThat(SmoothedCounts.of(values, 7).values()).hasSize(59);
  }
}
