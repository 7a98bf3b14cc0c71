package org.hilum.imaging.segmentation.cleanup;

import static org.assertj.core.api.Assertions.assertThat;

import org.hilum.imaging.segmentation.cleanup.DrawnFrame.Block;
import org.hilum.imaging.segmentation.workers.Workers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OpacityCleanupTest {

  /** Pixels of 1.5 mm, slices 2 mm apart: 4.5 cubic millimetres. */
  private static final FrameGrid FINE = new FrameGrid(64, 1.5, 2);

  private final Workers workers = new Workers(2);

  @AfterEach
  void close() {
    workers.close();
  }

  private static byte[][] lungs(int runs) {
    var side = new byte[runs][64 * 64];
    for (var slice : side) {
      java.util.Arrays.fill(slice, 10 * 64, 50 * 64, (byte) 1);
    }
    return side;
  }

  private OpacityCleanup.Cleaned cleaned(DrawnFrame drawn) {
    return new OpacityCleanup(FINE, workers).clean(drawn.fields, lungs(drawn.fields.runs()));
  }

  private byte[][] opacity(DrawnFrame drawn) {
    return cleaned(drawn).mask();
  }

  private float[][] density(DrawnFrame drawn) {
    return new DensitySplit(FINE, DrawnFrame.SCALE, workers)
        .split(drawn.fields, lungs(drawn.fields.runs()), opacity(drawn));
  }

  @Nested
  class opacities {

    @Test
    void outside_the_lungs_are_dropped_with_their_logits() {
      var drawn = new DrawnFrame(4, -600).opacity(new Block(0, 3, 2, 8, 10, 20));

      var cleaned = cleaned(drawn);

      assertThat(cleaned.mask()[2][5 * 64 + 15]).isZero();
      assertThat(cleaned.logits()[2][5 * 64 + 15]).isEqualTo(-3);
      assertThat(drawn.fields.opacity()[2][5 * 64 + 15]).as("the network's own").isEqualTo(3);
    }

    @Test
    void of_less_than_a_tenth_of_a_millilitre_are_dropped() {
      // 22 pixels are 0.099 mL, 23 are 0.1035 mL.
      var drawn =
          new DrawnFrame(4, -600)
              .opacity(new Block(1, 1, 20, 20, 5, 26))
              .opacity(new Block(1, 1, 30, 30, 5, 27));

      var found = opacity(drawn);

      assertThat(found[1][20 * 64 + 10]).isZero();
      assertThat(found[1][30 * 64 + 10]).isOne();
    }
  }

  @Nested
  class density {

    private static final Block LESION = new Block(0, 3, 20, 39, 10, 40);

    @Test
    void above_the_cut_is_consolidation() {
      var found = density(new DrawnFrame(4, -850).opacity(LESION).hu(LESION, -200));

      assertThat(found[1][30 * 64 + 20]).isPositive();
    }

    @Test
    void below_the_cut_is_ground_glass() {
      var found = density(new DrawnFrame(4, -850).opacity(LESION).hu(LESION, -500));

      assertThat(found[1][30 * 64 + 20]).isNegative();
    }

    @Test
    void a_vessel_in_ground_glass_stays_ground_glass() {
      var vessel = new Block(0, 3, 20, 39, 20, 21);
      var found = density(new DrawnFrame(4, -850).opacity(LESION).hu(LESION, -600).hu(vessel, 40));

      assertThat(found[1][30 * 64 + 20]).isNegative();
    }

    @Test
    void chest_wall_beside_ground_glass_does_not_count() {
      var atWall = new Block(0, 3, 10, 20, 10, 40);
      var wall = new Block(0, 3, 0, 9, 0, 63);
      var found = density(new DrawnFrame(4, -850).opacity(atWall).hu(atWall, -600).hu(wall, 60));

      assertThat(found[1][10 * 64 + 20]).isNegative();
    }

    @Test
    void slices_without_opacity_hold_nothing() {
      var found = density(new DrawnFrame(4, -850).opacity(new Block(2, 3, 20, 39, 10, 40)));

      assertThat(found[0]).isEmpty();
      assertThat(found[2]).hasSize(64 * 64);
    }
  }

  @Nested
  class a_waist {

    @Test
    void lies_between_two_large_sections() {
      assertThat(SagittalCut.waist(new long[] {0, 9, 9, 9, 2, 9, 9, 9})).hasValue(4);
    }

    @Test
    void is_not_found_in_a_block() {
      assertThat(SagittalCut.waist(new long[] {0, 9, 9, 8, 7, 8, 9, 9})).isEmpty();
    }
  }
}
