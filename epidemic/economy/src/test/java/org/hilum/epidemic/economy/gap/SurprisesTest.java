package org.hilum.epidemic.economy.gap;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SurprisesTest {

  @Test
  void takes_the_score_of_the_conformal_rank() {
    Surprises surprises = new Surprises();
    for (int score = 39; score >= 1; score--) {
      surprises.add(score);
    }
    assertThat(surprises.half()).isEqualTo(20);
    assertThat(surprises.most()).isEqualTo(38);
  }

  @Test
  void few_scores_say_nothing_and_the_normal_distribution_stands_in() {
    Surprises surprises = new Surprises();
    surprises.add(100);
    assertThat(surprises.half()).isEqualTo(0.6745);
    assertThat(surprises.most()).isEqualTo(1.96);
  }
}
