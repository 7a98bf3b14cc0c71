package org.hilum.imaging.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.hilum.imaging.vocabulary.Reason;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TriagePolicyTest {

  private final TriagePolicy policy = new TriagePolicy(25);

  private static ReadingSummary summary(OptionalDouble percent, boolean isWithinValidated) {
    return new ReadingSummary(
        percent,
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalInt.empty(),
        Optional.empty(),
        isWithinValidated);
  }

  @ParameterizedTest
  @CsvSource({
    "0, true, ROUTINE",
    "24.99, true, ROUTINE",
    "25, true, URGENT",
    "100, true, URGENT",
    "24.99, false, RAISED",
    "25, false, URGENT"
  })
  void a_reading_is_flagged_from_the_threshold_on(
      double percent, boolean isWithinValidated, UrgencyLevel level) {
    assertThat(policy.of(summary(OptionalDouble.of(percent), isWithinValidated)).level())
        .isEqualTo(level);
  }

  @Test
  void the_reason_has_the_number_that_decided_and_the_threshold() {
    assertThat(policy.of(summary(OptionalDouble.of(31.26), true)).reason())
        .contains("31.3 %", "25.0 %");
  }

  @Test
  void what_was_not_measured_is_not_taken_for_little() {
    assertThat(policy.of(summary(OptionalDouble.empty(), true)).level())
        .isEqualTo(UrgencyLevel.RAISED);
  }

  @ParameterizedTest
  @CsvSource({
    "WORSE, URGENT",
    "MIXED, RAISED",
    "STABLE, ROUTINE",
    "BETTER, ROUTINE",
    "NOT_ESTIMATED, ROUTINE",
    "REFUSED, ROUTINE",
    "FAILED, ROUTINE"
  })
  void a_comparison_is_flagged_by_its_verdict(String verdict, UrgencyLevel level) {
    assertThat(policy.of(verdict).level()).isEqualTo(level);
  }

  @Test
  void a_refusal_is_raised_with_its_reason() {
    var urgency =
        policy.ofRefusal(List.of(Reason.of(WorklistReason.NO_IMAGE_LEFT, "too few slices")));
    assertThat(urgency.level()).isEqualTo(UrgencyLevel.RAISED);
    assertThat(urgency.reason()).contains("too few slices");
    assertThat(policy.ofRefusal(List.of()).level()).isEqualTo(UrgencyLevel.RAISED);
  }

  @Test
  void of_several_the_most_urgent_counts_and_of_equals_what_a_person_said() {
    var person = new Urgency(UrgencyLevel.URGENT, "seen on the ward", "acc-1");
    var found = new Urgency(UrgencyLevel.URGENT, "opacity", Urgency.PROGRAM);
    assertThat(person.or(found)).isEqualTo(person);
    assertThat(Urgency.ROUTINE.or(found)).isEqualTo(found);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 100.1, Double.NaN})
  void a_threshold_is_a_percentage(double percent) {
    assertThatThrownBy(() -> new TriagePolicy(percent))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
