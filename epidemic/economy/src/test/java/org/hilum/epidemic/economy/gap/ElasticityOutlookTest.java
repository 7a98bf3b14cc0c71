package org.hilum.epidemic.economy.gap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.hilum.epidemic.economy.Quarter;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ElasticityOutlookTest {

  private static final Quarter Q1 = new Quarter(2020, 1);
  private static final Quarter Q2 = Q1.plus(1);
  private static final Quarter Q3 = Q1.plus(2);
  private static final Map<Quarter, Double> LATE = Map.of(Q1, 0.2, Q2, 0.7, Q3, 0.6);
  private static final Map<Quarter, Double> EARLY = Map.of(Q1, 0.6, Q2, 0.7, Q3, 0.7);

  private static Elasticity of(
      StrongQuarters own, List<StrongQuarters> others, OptionalDouble estimate, Quarter quarter) {
    return new ElasticityOutlook(own, others, estimate).in(quarter).orElseThrow();
  }

  @Test
  void the_first_strong_quarter_is_as_the_first_of_who_was_struck_earlier() {
    StrongQuarters own = new StrongQuarters(LATE, Map.of(Q1, 11.0));
    StrongQuarters guide = new StrongQuarters(EARLY, Map.of(Q1, 19.0));
    Elasticity found = of(own, List.of(guide), OptionalDouble.of(25), Q2);
    assertThat(found.percent()).isEqualTo(19);
    assertThat(found.deviation()).isCloseTo(2 * 8 / Math.sqrt(12), within(1e-9));
  }

  @Test
  void the_next_is_half_way_between_their_adaptation_and_none() {
    StrongQuarters own = new StrongQuarters(LATE, Map.of(Q1, 11.0, Q2, 18.0));
    StrongQuarters guide = new StrongQuarters(EARLY, Map.of(Q1, 20.0, Q2, 4.0));
    Elasticity found = of(own, List.of(guide), OptionalDouble.empty(), Q3);
    assertThat(found.percent()).isCloseTo(18 * (1 + 0.2) / 2, within(1e-9));
    assertThat(found.deviation()).isCloseTo(18 * 0.8 / Math.sqrt(12), within(1e-9));
  }

  @Test
  void an_estimate_that_no_figure_bears_out_counts_half() {
    StrongQuarters own = new StrongQuarters(LATE, Map.of());
    assertThat(of(own, List.of(), OptionalDouble.of(30), Q2).percent()).isEqualTo(15);
  }

  @Test
  void what_weak_measures_cost_is_the_last_resort_and_nothing_is_nothing() {
    StrongQuarters own = new StrongQuarters(LATE, Map.of(Q1, 11.0));
    assertThat(of(own, List.of(), OptionalDouble.empty(), Q2).percent()).isEqualTo(11);
    StrongQuarters unknown = new StrongQuarters(LATE, Map.of());
    assertThat(new ElasticityOutlook(unknown, List.of(), OptionalDouble.empty()).in(Q2)).isEmpty();
  }

  @Test
  void growth_under_measures_is_no_endless_adaptation() {
    StrongQuarters odd = new StrongQuarters(EARLY, Map.of(Q1, 20.0, Q2, -5.0, Q3, 30.0));
    assertThat(odd.kept()).containsExactly(0.0, 1.0);
  }
}
