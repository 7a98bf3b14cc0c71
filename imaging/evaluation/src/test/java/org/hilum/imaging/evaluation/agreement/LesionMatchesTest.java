package org.hilum.imaging.evaluation.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import org.hilum.imaging.phantom.Ellipsoid;
import org.hilum.imaging.volume.PatientPoint;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LesionMatchesTest {

  private static Ellipsoid ball(double x, double radius) {
    return Ellipsoid.sphere(new PatientPoint(x, 0, 0), radius);
  }

  @Test
  void each_ball_is_a_lesion_and_is_matched_where_enough_of_it_was_found() {
    var grid = Shapes.grid(120, 40, 40, 1, 1);
    var drawn = Shapes.body(grid, ball(-40, 8), ball(0, 8), ball(40, 8));
    // The first wholly; of the second a small core, 27 of 512 parts; the third not at all.
    var found = Shapes.body(grid, ball(-40, 9), ball(0, 3));

    var lesions = LesionMatches.of(grid, drawn, found, Shapes.all(grid));

    assertThat(lesions).hasSize(3);
    assertThat(lesions).filteredOn(LesionMatch::isMatched).hasSize(1);
    assertThat(lesions).filteredOn(lesion -> lesion.shared() == 0).hasSize(1);
    assertThat(LesionMatches.of(grid, found, drawn, Shapes.all(grid)))
        .hasSize(2)
        .allMatch(LesionMatch::isMatched);
  }

  @Test
  void voxels_that_touch_at_a_corner_belong_together() {
    var grid = Shapes.grid(4, 4, 4, 1, 1);
    var labels = new byte[4][16];
    labels[0][0] = 1;
    labels[1][5] = 1;
    labels[2][10] = 1;

    assertThat(LesionMatches.of(grid, Mask.any(labels), Shapes.none(grid), Shapes.all(grid)))
        .containsExactly(new LesionMatch(3, 0));
  }

  @Test
  void rows_do_not_run_on_into_the_next() {
    var grid = Shapes.grid(4, 4, 1, 1, 1);
    var labels = new byte[1][16];
    labels[0][3] = 1;
    labels[0][8] = 1;

    assertThat(LesionMatches.of(grid, Mask.any(labels), Shapes.none(grid), Shapes.all(grid)))
        .hasSize(2);
  }

  @Test
  void a_slice_that_is_not_labelled_holds_no_lesion() {
    var grid = Shapes.grid(40, 40, 40, 1, 1);
    var drawn = Shapes.ball(grid, 0, 8);
    var slices = new BitSet();
    slices.set(0, 10);

    assertThat(LesionMatches.of(grid, drawn, drawn, slices)).isEmpty();
  }

  @Test
  void exactly_a_tenth_is_enough() {
    assertThat(new LesionMatch(100, 10).isMatched()).isTrue();
    assertThat(new LesionMatch(100, 9).isMatched()).isFalse();
  }
}
