package org.hilum.imaging.evaluation.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReliabilityTest {

  private static Reliability counted(int level, int voxels, int drawn) {
    var reliability = Reliability.none();
    for (int n = 0; n < voxels; n++) {
      reliability.add((byte) level, n < drawn);
    }
    return reliability;
  }

  @Test
  void probabilities_that_come_true_as_often_as_they_say_have_no_error() {
    var honest = counted(51, 100, 20).plus(counted(204, 50, 40)).plus(counted(0, 1000, 0));

    assertThat(honest.expectedCalibrationError(1)).hasValueCloseTo(0.0, within(1e-9));
    assertThat(honest.bins(1)).hasSize(3);
  }

  @Test
  void the_error_is_the_distance_weighed_by_voxels() {
    // 100 voxels said 0.8 and half came true: 0.3 off; 300 said 0 and none did: 0 off.
    var boastful = counted(204, 100, 50).plus(counted(0, 300, 0));

    assertThat(boastful.expectedCalibrationError(1)).hasValueCloseTo(0.3 / 4, within(1e-9));
  }

  @Test
  void a_temperature_draws_probabilities_towards_a_half() {
    // logit(0.8) = ln 4; halved it is ln 2, which is 2/3.
    var bin = counted(204, 3, 2).bins(2).getFirst();

    assertThat(bin.meanProbability()).isCloseTo(2.0 / 3, within(1e-9));
    assertThat(counted(204, 3, 2).expectedCalibrationError(2)).hasValueCloseTo(0.0, within(1e-9));
  }

  @Test
  void the_inverse_of_a_cards_temperature_gives_what_the_network_said_before_it() {
    // A logit of 2 at temperature 2 is written as 186 of 255; before it, it was 0.881.
    var before = counted(186, 100, 88).bins(1 / 2.0).getFirst();

    assertThat(before.meanProbability()).isCloseTo(1 / (1 + Math.exp(-2)), within(0.005));
  }

  @Test
  void zero_and_one_stay_at_any_temperature() {
    var sure = counted(0, 5, 0).plus(counted(255, 5, 5));

    assertThat(sure.expectedCalibrationError(3)).hasValueCloseTo(0.0, within(1e-9));
    assertThat(sure.bins(3)).extracting(Reliability.Bin::from).containsExactly(0.0, 0.9);
  }

  @Test
  void without_a_voxel_there_is_no_error_to_speak_of() {
    assertThat(Reliability.none().expectedCalibrationError(1)).isEmpty();
  }
}
