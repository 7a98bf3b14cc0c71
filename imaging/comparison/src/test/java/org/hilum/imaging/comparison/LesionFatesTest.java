package org.hilum.imaging.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hilum.imaging.comparison.Comparisons.fates;

import org.hilum.imaging.vocabulary.Side;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LesionFatesTest {

  private static DrawnLungs lungs() {
    return new DrawnLungs();
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void a_lesion_of_either_lung_that_stays_persists(Side side) {
    var comparison = Comparisons.of(lungs().cube(side, 0, 20), lungs().cube(side, 0, 20));
    assertThat(fates(comparison, 0)).containsExactly("1 PERSISTED");
    assertThat(comparison.lesions().getFirst().states().getFirst().orElseThrow().volumeMl())
        .isEqualTo(8, within(1e-9));
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void a_lesion_that_doubles_has_grown(Side side) {
    var comparison = Comparisons.of(lungs().cube(side, 0, 20), lungs().cube(side, 0, 28));
    assertThat(fates(comparison, 0)).containsExactly("1 GROWN");
  }

  @Test
  void a_lesion_that_halves_has_shrunk() {
    var comparison = Comparisons.of(lungs().cube(-50, 0, 0, 28), lungs().cube(-50, 0, 0, 20));
    assertThat(fates(comparison, 0)).containsExactly("1 SHRUNK");
  }

  @Test
  void a_lesion_where_nothing_was_is_new_and_one_of_which_nothing_is_left_has_resolved() {
    var comparison = Comparisons.of(lungs().cube(-50, 0, 0, 20), lungs().cube(50, 0, 0, 20));
    assertThat(fates(comparison, 0)).containsExactly("1 RESOLVED", "2 NEW");
  }

  @Test
  void a_quarter_of_a_millilitre_is_new_only_with_a_doubt() {
    var comparison = Comparisons.of(lungs(), lungs().box(-50, 0, 0, 8, 8, 4));
    assertThat(fates(comparison, 0)).containsExactly("1 NEW?");
  }

  @Nested
  class When_lesions_meet_or_part {

    private DrawnLungs apart() {
      return lungs().cube(-50, 0, -20, 24).cube(-50, 0, 20, 16);
    }

    private DrawnLungs joined() {
      return lungs().box(-50, 0, 0, 32, 32, 64);
    }

    @Test
    void two_that_grow_into_one_have_merged_and_the_larger_keeps_its_identity() {
      assertThat(fates(Comparisons.of(apart(), joined()), 0))
          .containsExactly("1 MERGED", "2 MERGED 1");
    }

    @Test
    void one_of_which_two_are_left_has_split_and_the_larger_keeps_its_identity() {
      assertThat(fates(Comparisons.of(joined(), apart()), 0))
          .containsExactly("1 SPLIT", "2 SPLIT 1");
    }

    @Test
    void a_thin_bridge_at_one_date_is_no_merger() {
      var bridged = apart().box(-50, 0, 0, 4, 4, 24);
      var comparison = Comparisons.of(apart(), bridged, apart());
      assertThat(fates(comparison, 0)).containsExactly("1 PERSISTED");
      assertThat(fates(comparison, 1)).containsExactly("1 PERSISTED");
      assertThat(comparison.lesions().getFirst().states().getFirst().orElseThrow().numbers())
          .containsExactly(1, 2);
    }

    @Test
    void the_sums_of_all_pieces_are_compared() {
      var step = Comparisons.of(apart(), joined()).lesions().getFirst().steps().getFirst();
      var volume = Comparisons.compared(step.changes(), ComparedQuantity.VOLUME);
      assertThat(volume.prior()).isEqualTo((24 * 24 * 24 + 16 * 16 * 16) / 1000.0, within(1e-9));
      assertThat(volume.current()).isEqualTo(32 * 32 * 64 / 1000.0, within(1e-9));
    }
  }

  @Test
  void a_crumb_that_breaks_off_a_large_lesion_is_part_of_it() {
    var whole = lungs().box(-50, 0, 0, 40, 40, 40).box(-50, 0, 22, 6, 6, 8);
    var broken = lungs().box(-50, 0, 0, 40, 40, 40).box(-50, 0, 26, 6, 6, 4);
    var comparison = Comparisons.of(whole, broken);
    assertThat(fates(comparison, 0)).containsExactly("1 PERSISTED");
  }

  @Test
  void a_small_lesion_displaced_by_an_error_of_alignment_is_the_same() {
    var comparison =
        Comparisons.of(lungs().box(-50, 0, 0, 8, 8, 4), lungs().box(-50, 8, 0, 8, 8, 4));
    assertThat(fates(comparison, 0)).containsExactly("1 PERSISTED");
  }

  @Test
  void a_lesion_is_followed_where_the_alignment_carries_it() {
    var comparison =
        Comparisons.of(
            DrawnMovement.shifted(0, 10, -30),
            lungs().cube(-50, 0, 20, 20).read(),
            lungs().cube(-50, 10, -10, 20).read());
    assertThat(fates(comparison, 0)).containsExactly("1 PERSISTED");
  }

  @Test
  void a_lesion_that_only_holds_more_air_has_not_grown() {
    double expansion = 1.1 * 1.1 * 1.1;
    var comparison =
        Comparisons.of(
            DrawnMovement.scaled(1.1),
            lungs().box(-40, 0, 0, 40, 40, 40).read(),
            lungs().box(-44, 0, 0, 44, 44, 44).read());
    assertThat(fates(comparison, 0)).containsExactly("1 PERSISTED");
    var step = comparison.lesions().getFirst().steps().getFirst();
    var corrected =
        Comparisons.compared(step.changes(), ComparedQuantity.OPACITY_VOLUME_AT_CURRENT_BREATH);
    assertThat(corrected.prior()).isEqualTo(64 * expansion, within(1e-6));
  }

  @Test
  void a_lesion_outside_the_other_scan_is_resolved_only_with_a_doubt() {
    var comparison =
        Comparisons.of(
            DrawnMovement.shifted(0, 0, -60), lungs().cube(-50, 0, -70, 20).read(), lungs().read());
    assertThat(comparison.lesions().getFirst().steps().getFirst().doubt().orElseThrow().code())
        .isEqualTo(ComparisonReason.OTHER_COVERAGE);
  }

  @Test
  void a_lesion_that_was_gone_and_is_back_has_its_old_identity() {
    var comparison =
        Comparisons.of(
            lungs().cube(-50, 0, 0, 24).cube(50, 0, 0, 20),
            lungs().cube(-50, 0, 0, 24),
            lungs().cube(-50, 0, 0, 24).cube(50, 0, 0, 22).cube(50, 0, 60, 24));
    assertThat(fates(comparison, 0)).containsExactly("1 PERSISTED", "2 RESOLVED");
    assertThat(fates(comparison, 1)).containsExactly("1 PERSISTED", "2 NEW", "3 NEW");
    assertThat(comparison.lesions().get(1).states().get(1)).isEmpty();
  }

  @Test
  void lesions_of_both_lungs_never_become_one() {
    var comparison =
        Comparisons.of(
            lungs().cube(-20, 0, 0, 16).cube(20, 0, 0, 16),
            lungs().cube(-20, 0, 0, 16).cube(20, 0, 0, 16));
    assertThat(fates(comparison, 0)).containsExactly("1 PERSISTED", "2 PERSISTED");
  }
}
