package org.hilum.imaging.evaluation.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OverlapTest {

  private static final double RADIUS = 20;
  private static final double APART = 12;

  @Test
  void dice_of_two_balls_is_that_of_their_lens() {
    var grid = Shapes.grid(80, 60, 30, 0.8, 1.6);
    var overlap =
        Overlap.of(
            Shapes.ball(grid, -APART / 2, RADIUS),
            Shapes.ball(grid, APART / 2, RADIUS),
            Shapes.all(grid));

    // Lens of two equal balls: pi (4R + d)(2R - d)^2 / 12, over the ball's 4/3 pi R^3.
    double lens = Math.PI * (4 * RADIUS + APART) * Math.pow(2 * RADIUS - APART, 2) / 12;
    double ball = 4 * Math.PI * Math.pow(RADIUS, 3) / 3;
    assertThat(overlap.dice()).hasValueCloseTo(lens / ball, within(0.005));
  }

  @Test
  void the_bias_of_a_ball_found_too_large_is_the_cube_of_its_growth() {
    var grid = Shapes.grid(80, 80, 80, 0.7, 0.7);
    var overlap = Overlap.of(Shapes.ball(grid, 0, 20), Shapes.ball(grid, 0, 22), Shapes.all(grid));

    assertThat(overlap.biasPercent()).hasValueCloseTo(100.0 * (1.1 * 1.1 * 1.1 - 1), within(0.5));
  }

  @Test
  void where_nothing_was_drawn_there_is_nothing_to_agree_with() {
    var grid = Shapes.grid(20, 20, 20, 2, 2);
    var none = Shapes.none(grid);
    var ball = Shapes.ball(grid, 0, 10);

    assertThat(Overlap.of(none, none, Shapes.all(grid)).dice()).isEmpty();
    assertThat(Overlap.of(none, ball, Shapes.all(grid)).dice()).isEmpty();
    assertThat(Overlap.of(none, ball, Shapes.all(grid)).biasPercent()).isEmpty();
    assertThat(Overlap.of(ball, none, Shapes.all(grid)).dice()).hasValue(0);
    assertThat(Overlap.of(ball, none, Shapes.all(grid)).biasPercent()).hasValue(-100);
  }

  @Test
  void a_slice_that_is_not_labelled_counts_for_neither() {
    var grid = Shapes.grid(20, 20, 20, 2, 2);
    var ball = Shapes.ball(grid, 0, 10);
    var upper = new BitSet();
    upper.set(10, 20);

    var half = Overlap.of(ball, ball, upper);

    assertThat(half.drawn()).isEqualTo(Overlap.of(ball, ball, Shapes.all(grid)).drawn() / 2);
    assertThat(half.dice()).hasValue(1);
  }

  @Test
  void one_label_is_compared_without_the_others() {
    byte[][] sides = {{1, 1, 2, 2, 0}};
    byte[][] found = {{1, 2, 2, 2, 0}};
    var slice = new BitSet();
    slice.set(0);

    assertThat(Overlap.of(new Mask(sides, (byte) 1), new Mask(found, (byte) 1), slice).dice())
        .hasValueCloseTo(2.0 / 3, within(1e-9));
    assertThat(Overlap.of(new Mask(sides, (byte) 2), new Mask(found, (byte) 2), slice).dice())
        .hasValueCloseTo(4.0 / 5, within(1e-9));
  }
}
