package org.hilum.imaging.evaluation.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BootstrapTest {

  private static List<Share> values(double... values) {
    return DoubleStream.of(values).mapToObj(Share::of).toList();
  }

  @Test
  void the_interval_of_many_values_is_that_of_their_mean() {
    // 200 values, evenly spread over 0 to 1: the mean's standard error is sqrt(1/12/200).
    var many = IntStream.range(0, 200).mapToObj(n -> Share.of((n + 0.5) / 200)).toList();
    double error = Math.sqrt(1 / 12.0 / 200);

    var estimate = Bootstrap.of(many).orElseThrow();

    assertThat(estimate.value()).isCloseTo(0.5, within(1e-9));
    assertThat(estimate.interval().orElseThrow().lower())
        .isCloseTo(0.5 - 1.96 * error, within(0.002));
    assertThat(estimate.interval().orElseThrow().upper())
        .isCloseTo(0.5 + 1.96 * error, within(0.002));
  }

  @Test
  void the_same_patients_give_the_same_interval() {
    assertThat(Bootstrap.of(values(0.7, 0.8, 0.9))).isEqualTo(Bootstrap.of(values(0.7, 0.8, 0.9)));
  }

  @Test
  void two_patients_have_a_mean_and_no_interval() {
    var estimate = Bootstrap.of(values(0.6, 0.8)).orElseThrow();

    assertThat(estimate.value()).isCloseTo(0.7, within(1e-9));
    assertThat(estimate.interval()).isEmpty();
    assertThat(estimate.patients()).isEqualTo(2);
  }

  @Test
  void no_patient_has_no_mean() {
    assertThat(Bootstrap.of(List.of())).isEmpty();
  }

  @Test
  void counts_are_pooled_before_they_are_divided() {
    // 9 of 10 lesions and 0 of 2: 9 of 12, not the mean of 0.9 and 0.
    var estimate = Bootstrap.of(List.of(new Share(9, 10), new Share(0, 2))).orElseThrow();

    assertThat(estimate.value()).isCloseTo(0.75, within(1e-9));
  }

  @Test
  void patients_who_all_agree_leave_no_doubt() {
    var interval = Bootstrap.of(values(0.5, 0.5, 0.5, 0.5)).orElseThrow().interval().orElseThrow();

    assertThat(interval.lower()).isEqualTo(0.5);
    assertThat(interval.upper()).isEqualTo(0.5);
  }
}
