package org.hilum.imaging.quantification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.hilum.imaging.segmentation.NetworkCard;
import org.hilum.imaging.segmentation.OpacityLabel;
import org.hilum.imaging.vocabulary.Region;
import org.hilum.imaging.vocabulary.Side;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class IntervalTest {

  /** Probable opacity counts half, possible opacity one and a half times and 2 points more. */
  private static final NetworkCard.Interval STATED =
      new NetworkCard.Interval(0.8, 10, 0.25, 0.75, 0.5, 1.5, 2, 4);

  /** 120 voxels of 1200 of one lung: 10 %; with a column on each side 20 % may be opacity. */
  private static BlockChest diseased(Side side) {
    int first = BlockChest.firstColumn(side) + 4;
    return BlockChest.healthy()
        .opacity(OpacityLabel.GROUND_GLASS, -600, 2, 14, 4, 9, first, first + 2);
  }

  private static Interval.Between between(ChestMeasurements chest, Region region, Quantity what) {
    return (Interval.Between) chest.of(region).interval(what);
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void of_the_percentage_follows_the_card_in_the_lung_it_is_of(Side side) {
    var chest = diseased(side).withInterval(STATED, 1).measured();

    var percent = between(chest, Region.lung(side), Quantity.OPACITY_PERCENT);
    var other = between(chest, Region.lung(side.mirrored()), Quantity.OPACITY_PERCENT);

    assertThat(percent.lowest()).isCloseTo(5, within(1e-9)); // 0.5 x 10
    assertThat(percent.highest()).isCloseTo(32, within(1e-9)); // 1.5 x 20 + 2
    assertThat(other.lowest()).isZero();
    assertThat(other.highest()).isCloseTo(2, within(1e-9));
  }

  @Test
  void of_the_percentage_of_both_lungs_follows_the_card() {
    var chest = diseased(Side.LEFT).withInterval(STATED, 1).measured();

    var percent = between(chest, Region.LUNGS, Quantity.OPACITY_PERCENT);

    assertThat(percent.lowest()).isCloseTo(2.5, within(1e-9));
    assertThat(percent.highest()).isCloseTo(17, within(1e-9)); // 1.5 x 10 + 2
  }

  @Test
  void never_leaves_0_to_100_nor_what_was_measured() {
    var narrow = new NetworkCard.Interval(0.8, 10, 0.25, 0.75, 1.2, 0.1, 0, 4);
    var wide = new NetworkCard.Interval(0.8, 10, 0.25, 0.75, 0, 50, 0, 4);

    var held =
        between(
            diseased(Side.LEFT).withInterval(narrow, 0).measured(),
            Region.LEFT_LUNG,
            Quantity.OPACITY_PERCENT);
    var clipped =
        between(
            diseased(Side.LEFT).withInterval(wide, 0).measured(),
            Region.LEFT_LUNG,
            Quantity.OPACITY_PERCENT);

    assertThat(held).isEqualTo(new Interval.Between(10, 10));
    assertThat(clipped).isEqualTo(new Interval.Between(0, 100));
  }

  @Test
  void of_the_volume_is_given_for_whole_lungs_only() {
    var chest = diseased(Side.LEFT).withInterval(STATED, 1).measured();

    assertThat(between(chest, Region.LEFT_LUNG, Quantity.VOLUME))
        .isEqualTo(new Interval.Between(1200 - 48, 1200 + 48));
    assertThat(reason(chest, Region.LEFT_LOWER_ZONE, Quantity.VOLUME))
        .isEqualTo(QuantityReason.INTERVAL_NOT_STATED);
  }

  @Test
  void is_not_measured_where_the_card_states_none() {
    var chest = diseased(Side.LEFT).measured();

    assertThat(reason(chest, Region.LUNGS, Quantity.OPACITY_PERCENT))
        .isEqualTo(QuantityReason.INTERVAL_NOT_STATED);
  }

  @Test
  void is_not_measured_for_the_reason_that_its_quantity_is_not() {
    var chest = diseased(Side.LEFT).withInterval(STATED, 1).withoutSpacing().measured();

    assertThat(reason(chest, Region.LUNGS, Quantity.VOLUME))
        .isEqualTo(QuantityReason.SPACING_UNKNOWN);
    assertThat(reason(chest, Region.LUL, Quantity.OPACITY_PERCENT))
        .isEqualTo(QuantityReason.LOBES_NOT_FOUND);
    assertThat(between(chest, Region.LUNGS, Quantity.OPACITY_PERCENT).highest()).isPositive();
  }

  @Test
  void has_its_lower_end_below_its_upper() {
    assertThatThrownBy(() -> new Interval.Between(2, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Object reason(ChestMeasurements chest, Region region, Quantity quantity) {
    return ((Interval.NotMeasured) chest.of(region).interval(quantity)).reason().code();
  }
}
