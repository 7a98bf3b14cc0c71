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
class LungCleanupTest {

  private static final Block RIGHT = new Block(0, 19, 20, 43, 8, 25);
  private static final Block LEFT = new Block(0, 19, 20, 43, 38, 55);
  private static final byte L = DrawnFrame.SIDES.left();
  private static final byte R = DrawnFrame.SIDES.right();

  private final Workers workers = new Workers(2);

  @AfterEach
  void close() {
    workers.close();
  }

  private byte[][] clean(DrawnFrame drawn) {
    return new LungCleanup(DrawnFrame.GRID, DrawnFrame.SCALE, DrawnFrame.SIDES, workers)
        .clean(drawn.fields);
  }

  private static byte at(byte[][] side, int run, int row, int column) {
    return side[run][row * 64 + column];
  }

  private static DrawnFrame twoLungs() {
    return new DrawnFrame(20, -850).lung(RIGHT).lung(LEFT);
  }

  private static long count(byte[][] side, byte label) {
    long found = 0;
    for (var slice : side) {
      for (byte value : slice) {
        found += value == label ? 1 : 0;
      }
    }
    return found;
  }

  @Nested
  class sides {

    @Test
    void the_lung_further_to_the_patients_left_is_the_left_one() {
      var side = clean(twoLungs());

      assertThat(at(side, 10, 30, 15)).isEqualTo(R);
      assertThat(at(side, 10, 30, 45)).isEqualTo(L);
      assertThat(at(side, 10, 30, 31)).isZero();
      assertThat(count(side, L)).isEqualTo(20L * 24 * 18);
    }

    @Test
    void lungs_that_meet_in_front_are_parted_where_they_meet() {
      var side = clean(twoLungs().lung(new Block(5, 12, 20, 23, 26, 37)));

      assertThat(at(side, 10, 21, 27)).isEqualTo(R);
      assertThat(at(side, 10, 21, 36)).isEqualTo(L);
      assertThat(count(side, L)).isEqualTo(count(side, R));
    }

    @Test
    void lungs_that_meet_widely_are_cut_at_their_waist() {
      var wide = new Block(9, 11, 20, 43, 26, 37);

      var side = clean(twoLungs().lung(wide));

      assertThat(at(side, 10, 30, 20)).isEqualTo(R);
      assertThat(at(side, 10, 30, 44)).isEqualTo(L);
    }

    @Test
    void a_piece_goes_with_the_nearer_lung() {
      var side = clean(twoLungs().lung(new Block(2, 5, 45, 49, 50, 54)));

      assertThat(at(side, 3, 47, 52)).isEqualTo(L);
    }

    @Test
    void a_piece_far_from_both_is_no_lung() {
      var side = clean(twoLungs().lung(new Block(2, 5, 50, 54, 50, 54)));

      assertThat(at(side, 3, 52, 52)).isZero();
    }

    @Test
    void a_single_lung_has_the_side_it_lies_on() {
      assertThat(count(clean(new DrawnFrame(20, -850).lung(LEFT)), R)).isZero();
      assertThat(count(clean(new DrawnFrame(20, -850).lung(RIGHT)), L)).isZero();
    }

    @Test
    void a_single_lung_that_reaches_over_the_middle_stays_one() {
      var side = clean(new DrawnFrame(20, -850).lung(new Block(0, 19, 20, 43, 8, 40)));

      assertThat(count(side, L)).isZero();
      assertThat(count(side, R)).isEqualTo(20L * 24 * 33);
    }

    @Test
    void no_lung_has_no_side() {
      assertThat(clean(new DrawnFrame(3, 40))).isDeepEqualTo(new byte[3][64 * 64]);
    }
  }

  @Nested
  class outlines {

    @Test
    void the_logits_follow_the_labels() {
      var drawn =
          twoLungs().lung(new Block(0, 0, 2, 3, 2, 3)).noLung(new Block(8, 9, 30, 30, 15, 15));

      var side = clean(drawn);

      for (int run = 0; run < side.length; run++) {
        for (int pixel = 0; pixel < 64 * 64; pixel++) {
          assertThat(drawn.fields.lung()[run][pixel] > 0).isEqualTo(side[run][pixel] != 0);
        }
      }
    }

    @Test
    void a_speck_is_no_lung() {
      var side = clean(twoLungs().lung(new Block(0, 0, 2, 4, 2, 4)));

      assertThat(at(side, 0, 3, 3)).isZero();
    }

    @Test
    void a_vessel_inside_is_filled() {
      var side = clean(twoLungs().noLung(new Block(0, 19, 30, 31, 15, 16)));

      assertThat(at(side, 10, 30, 15)).isEqualTo(R);
    }

    @Test
    void a_lesion_closed_in_space_is_filled() {
      var side = clean(twoLungs().noLung(new Block(8, 12, 28, 33, 42, 47)));

      assertThat(at(side, 10, 30, 45)).isEqualTo(L);
    }

    @Test
    void the_dome_of_the_diaphragm_is_not() {
      var side = clean(twoLungs().noLung(new Block(0, 9, 26, 37, 12, 21)));

      assertThat(at(side, 3, 30, 15)).isZero();
    }
  }

  @Nested
  class gas {

    @Test
    void in_the_gut_is_no_lung() {
      var bubble = new Block(0, 5, 48, 57, 30, 40);

      var side = clean(twoLungs().lung(bubble).hu(bubble, -1000));

      assertThat(at(side, 3, 52, 35)).isZero();
    }

    @Test
    void that_hangs_on_the_lung_by_a_bridge_is_no_lung_either() {
      var bubble = new Block(0, 5, 46, 57, 40, 52);
      var bridge = new Block(0, 5, 44, 45, 45, 47);

      var side = clean(twoLungs().lung(bubble).lung(bridge).hu(bubble, -1000));

      assertThat(at(side, 3, 52, 46)).isZero();
      assertThat(at(side, 3, 40, 46)).isEqualTo(L);
    }

    @Test
    void of_the_windpipe_is_taken_out_with_its_wall() {
      var lumen = new Block(8, 19, 30, 31, 29, 30);
      var around = new Block(8, 19, 28, 33, 26, 31);

      var side = clean(twoLungs().lung(around).hu(lumen, -1000));

      assertThat(at(side, 12, 30, 29)).isZero();
      assertThat(at(side, 12, 30, 28)).isZero();
      assertThat(at(side, 12, 30, 20)).isEqualTo(R);
    }
  }
}
