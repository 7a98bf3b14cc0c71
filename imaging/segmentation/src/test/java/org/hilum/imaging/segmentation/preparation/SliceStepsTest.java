package org.hilum.imaging.segmentation.preparation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SliceStepsTest {

  @ParameterizedTest
  @CsvSource({"0.5, 4", "0.625, 3", "1, 2", "1.25, 2", "1.5, 1", "2, 1", "5, 1"})
  void slices_are_run_about_two_millimetres_apart(double spacingMm, int step) {
    assertThat(SliceSteps.about(2, spacingMm, 100).step()).isEqualTo(step);
  }

  @Test
  void neighbours_are_the_runs_next_to_it_and_itself_at_the_ends() {
    var steps = new SliceSteps(8, 3);

    assertThat(steps.runs()).isEqualTo(3);
    assertThat(steps.sliceOf(2)).isEqualTo(6);
    assertThat(steps.below(0)).isZero();
    assertThat(steps.below(2)).isEqualTo(1);
    assertThat(steps.above(1)).isEqualTo(2);
    assertThat(steps.above(2)).isEqualTo(2);
  }

  @Test
  void slices_between_lie_a_share_of_the_way_to_the_next_run() {
    var steps = new SliceSteps(8, 3);

    assertThat(steps.lowerRun(4)).isEqualTo(1);
    assertThat(steps.share(4)).isEqualTo(1 / 3f);
    assertThat(steps.share(3)).isZero();
  }

  @Test
  void slices_after_the_last_run_take_it() {
    var steps = new SliceSteps(8, 3);

    assertThat(steps.lowerRun(7)).isEqualTo(2);
    assertThat(steps.share(7)).isZero();
  }
}
