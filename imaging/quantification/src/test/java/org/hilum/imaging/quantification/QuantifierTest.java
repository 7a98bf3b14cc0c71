package org.hilum.imaging.quantification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.hilum.imaging.segmentation.OpacityLabel.CONSOLIDATION;
import static org.hilum.imaging.segmentation.OpacityLabel.GROUND_GLASS;
import static org.hilum.imaging.segmentation.OpacityLabel.UNDETERMINED;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hilum.imaging.segmentation.ChestSegmentation;
import org.hilum.imaging.vocabulary.Lobe;
import org.hilum.imaging.vocabulary.Region;
import org.hilum.imaging.vocabulary.Side;
import org.hilum.imaging.vocabulary.ZoneHeight;
import org.hilum.imaging.volume.LabelRaster;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class QuantifierTest {

  private static double number(ChestMeasurements chest, Region region, Quantity quantity) {
    return chest.of(region).of(quantity).number().orElseThrow();
  }

  private static QuantityReason reason(ChestMeasurements chest, Region region, Quantity quantity) {
    return switch (chest.of(region).of(quantity)) {
      case Measurement.Measured measured -> throw new AssertionError("measured " + measured);
      case Measurement.NotMeasured missing -> (QuantityReason) missing.reason().code();
    };
  }

  @Nested
  class A_healthy_chest {
    private final ChestMeasurements chest = BlockChest.healthy().measured();

    @Test
    void has_no_opacity_measured_as_nothing() {
      for (var region : List.of(Region.LUNGS, Region.LEFT_LUNG, Region.RIGHT_UPPER_ZONE)) {
        assertThat(number(chest, region, Quantity.OPACITY_PERCENT)).isZero();
        assertThat(number(chest, region, Quantity.OPACITY_VOLUME)).isZero();
        assertThat(number(chest, region, Quantity.GROUND_GLASS_VOLUME)).isZero();
        assertThat(number(chest, region, Quantity.OPACITY_MASS)).isZero();
        assertThat(number(chest, region, Quantity.LESION_COUNT)).isZero();
      }
      assertThat(chest.lesions()).isEmpty();
      assertThat(chest.covid19().category()).isEqualTo("NEGATIVE");
    }

    @Test
    void lists_every_region_in_order_and_every_quantity() {
      assertThat(chest.regions())
          .extracting(RegionMeasurements::region)
          .containsExactly(Region.values());
      assertThat(chest.regions())
          .allSatisfy(
              region -> assertThat(region.quantities()).containsOnlyKeys(Quantity.values()));
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void has_lungs_of_1200_ml_in_zones_of_400(Side side) {
      assertThat(number(chest, Region.lung(side), Quantity.VOLUME)).isCloseTo(1200, within(1e-9));
      for (var height : ZoneHeight.values()) {
        assertThat(number(chest, Region.zone(side, height), Quantity.VOLUME))
            .isCloseTo(400, within(1e-9));
      }
    }

    @Test
    void is_as_dense_as_its_lungs() {
      assertThat(number(chest, Region.LUNGS, Quantity.MEAN_HU)).isEqualTo(BlockChest.LUNG_HU);
      assertThat(number(chest, Region.LUNGS, Quantity.SD_HU)).isZero();
    }
  }

  @Nested
  class Opacity_in_one_place {

    @ParameterizedTest
    @EnumSource(Side.class)
    void counts_in_its_own_lung_and_zone_and_nowhere_else(Side side) {
      int i = BlockChest.firstColumn(side);
      // 5 x 4 x 3 = 60 voxels of 1 mL in the top four slices, which are the upper zone.
      var chest =
          BlockChest.healthy().opacity(GROUND_GLASS, -600, 11, 14, 4, 8, i, i + 5).measured();
      var upper = Region.zone(side, ZoneHeight.UPPER);
      for (var region : Region.values()) {
        if (region.level() != Region.Level.LOBE) {
          boolean holds = region == Region.LUNGS || region == Region.lung(side) || region == upper;
          assertThat(number(chest, region, Quantity.OPACITY_VOLUME))
              .as("mL in " + region)
              .isCloseTo(holds ? 60 : 0, within(1e-9));
          assertThat(number(chest, region, Quantity.LESION_COUNT))
              .as("lesions in " + region)
              .isEqualTo(holds ? 1 : 0);
        }
      }
      assertThat(number(chest, upper, Quantity.OPACITY_PERCENT)).isEqualTo(15);
      assertThat(number(chest, Region.LUNGS, Quantity.GROUND_GLASS_PERCENT)).isEqualTo(2.5);
      assertThat(number(chest, Region.LUNGS, Quantity.CONSOLIDATION_PERCENT)).isZero();
    }

    @ParameterizedTest
    @EnumSource(Lobe.class)
    void counts_in_its_own_lobe_and_in_no_other(Lobe lobe) {
      int i = BlockChest.firstColumn(lobe.side());
      int k = BlockChest.topSlice(lobe);
      var chest =
          BlockChest.healthy()
              .withLobes()
              .opacity(CONSOLIDATION, 20, k, k + 1, 2, 12, i, i + 10)
              .measured();
      for (var other : Lobe.values()) {
        var region = Region.of(other);
        assertThat(number(chest, region, Quantity.VOLUME))
            .isCloseTo(BlockChest.voxels(other), within(1e-9));
        assertThat(number(chest, region, Quantity.CONSOLIDATION_VOLUME))
            .as("mL in " + other)
            .isCloseTo(other == lobe ? 100 : 0, within(1e-9));
        assertThat(number(chest, region, Quantity.LESION_COUNT)).isEqualTo(other == lobe ? 1 : 0);
      }
      assertThat(chest.lesions().getFirst().region()).isEqualTo(Region.of(lobe));
    }

    @Test
    void outside_the_lungs_counts_nowhere() {
      var chest = BlockChest.healthy().opacity(CONSOLIDATION, 20, 0, 2, 0, 2, 0, 2).measured();
      assertThat(number(chest, Region.LUNGS, Quantity.OPACITY_VOLUME)).isZero();
      assertThat(chest.lesions()).isEmpty();
    }

    @Test
    void on_a_lung_label_that_means_no_lung_counts_nowhere() {
      var chest =
          BlockChest.healthy()
              .lungLabel(-1, 5, 5, 5)
              .lungLabel(7, 5, 5, 6)
              .opacity(CONSOLIDATION, 20, 5, 6, 5, 6, 5, 7)
              .measured();
      assertThat(number(chest, Region.LUNGS, Quantity.OPACITY_VOLUME)).isZero();
      assertThat(number(chest, Region.LUNGS, Quantity.VOLUME)).isCloseTo(2398, within(1e-9));
    }

    @Test
    void with_a_lobe_label_of_the_other_lung_counts_in_no_lobe() {
      var chest =
          BlockChest.healthy()
              .withLobes()
              .lobeLabel(1, 5, 5, 5)
              .lobeLabel(9, 5, 5, 6)
              .opacity(CONSOLIDATION, 20, 5, 6, 5, 6, 5, 7)
              .measured();
      assertThat(number(chest, Region.RIGHT_LUNG, Quantity.OPACITY_VOLUME))
          .isCloseTo(2, within(1e-9));
      for (var lobe : Lobe.values()) {
        assertThat(number(chest, Region.of(lobe), Quantity.OPACITY_VOLUME)).isZero();
      }
      assertThat(chest.lesions().getFirst().region()).isEqualTo(Region.RIGHT_LOWER_ZONE);
    }
  }

  @Nested
  class Density {

    @Test
    void of_a_region_is_the_mean_and_deviation_of_its_voxels() {
      // A quarter of the upper zone at -250 HU, the rest at -850: mean -700, deviation
      // sqrt(0.25 * 450^2 + 0.75 * 150^2) = 259.8076...
      var chest =
          BlockChest.healthy().opacity(GROUND_GLASS, -250, 13, 14, 2, 12, 14, 24).measured();
      assertThat(number(chest, Region.LEFT_UPPER_ZONE, Quantity.MEAN_HU))
          .isCloseTo(-700, within(1e-9));
      assertThat(number(chest, Region.LEFT_UPPER_ZONE, Quantity.SD_HU))
          .isCloseTo(259.8076211353316, within(1e-9));
    }

    @Test
    void above_minus_200_is_high_opacity_and_at_minus_200_is_not() {
      var chest =
          BlockChest.healthy()
              .opacity(GROUND_GLASS, -200, 5, 5, 14)
              .opacity(CONSOLIDATION, -199, 5, 5, 16)
              .hu(100, 5, 5, 20)
              .measured();
      assertThat(number(chest, Region.LUNGS, Quantity.HIGH_OPACITY_PERCENT))
          .as("one of 2400 voxels; dense lung that is no opacity does not count")
          .isCloseTo(100.0 / 2400, within(1e-12));
    }

    @Test
    void gives_mass_by_volume_times_density() {
      // 10 voxels of 1 mL at -600 HU weigh 4 g, 10 at +50 HU 10.5 g.
      var chest =
          BlockChest.healthy()
              .opacity(GROUND_GLASS, -600, 5, 6, 5, 6, 14, 24)
              .opacity(CONSOLIDATION, 50, 9, 10, 5, 6, 2, 12)
              .measured();
      assertThat(number(chest, Region.LEFT_LUNG, Quantity.OPACITY_MASS)).isCloseTo(4, within(1e-9));
      assertThat(number(chest, Region.RIGHT_LUNG, Quantity.OPACITY_MASS))
          .isCloseTo(10.5, within(1e-9));
      assertThat(chest.lesions())
          .extracting(lesion -> lesion.massG().number().orElseThrow())
          .satisfiesExactlyInAnyOrder(
              mass -> assertThat(mass).isCloseTo(4, within(1e-9)),
              mass -> assertThat(mass).isCloseTo(10.5, within(1e-9)));
    }

    @Test
    void below_that_of_air_weighs_nothing_and_never_less() {
      var chest =
          BlockChest.healthy()
              .opacity(GROUND_GLASS, -3024, 5, 5, 14)
              .opacity(GROUND_GLASS, 0, 5, 5, 15)
              .measured();
      assertThat(number(chest, Region.LUNGS, Quantity.OPACITY_MASS)).isCloseTo(1, within(1e-9));
    }
  }

  @Nested
  class What_cannot_be_measured {

    @ParameterizedTest
    @EnumSource(Lobe.class)
    void is_every_quantity_of_a_lobe_without_fissures(Lobe lobe) {
      var chest = BlockChest.healthy().measured();
      for (var quantity : Quantity.values()) {
        assertThat(reason(chest, Region.of(lobe), quantity))
            .isEqualTo(QuantityReason.LOBES_NOT_FOUND);
      }
    }

    @ParameterizedTest
    @EnumSource(Lobe.class)
    void is_a_lobe_that_was_not_parted_while_the_others_stand(Lobe lobe) {
      var chest = BlockChest.healthy().withoutLobe(lobe).measured();
      for (var quantity : Quantity.values()) {
        assertThat(reason(chest, Region.of(lobe), quantity))
            .isEqualTo(QuantityReason.LOBES_NOT_FOUND);
      }
      for (var other : Lobe.values()) {
        assertThat(chest.of(Region.of(other)).of(Quantity.VOLUME).number().isPresent())
            .as(other + " without " + lobe)
            .isEqualTo(other != lobe);
      }
      assertThat(chest.scores().getFirst().value().number())
          .as(chest.scores().getFirst().name())
          .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void is_every_quantity_of_a_lung_that_is_not_in_the_masks(Side side) {
      var chest = BlockChest.empty().lung(side.mirrored()).withLobes().measured();
      for (var quantity : Quantity.values()) {
        assertThat(reason(chest, Region.lung(side), quantity))
            .isEqualTo(QuantityReason.REGION_EMPTY);
        assertThat(reason(chest, Region.zone(side, ZoneHeight.MIDDLE), quantity))
            .isEqualTo(QuantityReason.REGION_EMPTY);
      }
      assertThat(number(chest, Region.LUNGS, Quantity.VOLUME)).isCloseTo(1200, within(1e-9));
    }

    @Test
    void is_millilitres_and_grams_without_spacing_while_percentages_stand() {
      var chest =
          BlockChest.healthy()
              .withoutSpacing()
              .opacity(GROUND_GLASS, -600, 3, 8, 2, 12, 14, 24)
              .measured();
      for (var quantity : Quantity.values()) {
        boolean needsSpacing = quantity.ucum().equals("ml") || quantity.ucum().equals("g");
        if (needsSpacing) {
          assertThat(reason(chest, Region.LUNGS, quantity))
              .isEqualTo(QuantityReason.SPACING_UNKNOWN);
        } else {
          assertThat(number(chest, Region.LUNGS, quantity)).as(quantity.key()).isFinite();
        }
      }
      assertThat(number(chest, Region.LEFT_LUNG, Quantity.OPACITY_PERCENT))
          .isCloseTo(100.0 * 500 / 1200, within(1e-9));
      assertThat(chest.lesions())
          .singleElement()
          .satisfies(
              lesion -> {
                assertThat(lesion.voxels()).isEqualTo(500);
                assertThat(lesion.volumeMl().number()).isEmpty();
                assertThat(lesion.massG().number()).isEmpty();
              });
    }

    @Test
    void is_the_kind_of_opacity_where_the_network_does_not_know_it() {
      var chest = BlockChest.healthy().opacity(UNDETERMINED, -600, 3, 5, 2, 12, 14, 24).measured();
      for (var quantity :
          List.of(
              Quantity.GROUND_GLASS_VOLUME,
              Quantity.GROUND_GLASS_PERCENT,
              Quantity.CONSOLIDATION_VOLUME,
              Quantity.CONSOLIDATION_PERCENT)) {
        assertThat(reason(chest, Region.LEFT_LUNG, quantity))
            .isEqualTo(QuantityReason.KIND_UNDETERMINED);
        assertThat(number(chest, Region.RIGHT_LUNG, quantity))
            .as("no opacity there, so nothing is unknown")
            .isZero();
      }
      assertThat(number(chest, Region.LEFT_LUNG, Quantity.OPACITY_VOLUME))
          .isCloseTo(200, within(1e-9));
      assertThat(chest.lesions().getFirst().kind())
          .isEqualTo(org.hilum.imaging.vocabulary.OpacityKind.UNDETERMINED);
    }

    @Test
    void is_everything_when_there_is_no_lung() {
      var chest = BlockChest.empty().measured();
      assertThat(reason(chest, Region.LUNGS, Quantity.VOLUME))
          .isEqualTo(QuantityReason.REGION_EMPTY);
      assertThat(chest.covid19().category()).isEqualTo("NOT_MEASURED");
      assertThat(chest.covid19().concept()).isEmpty();
      assertThat(chest.scores()).allSatisfy(score -> assertThat(score.value().number()).isEmpty());
      assertThat(chest.lesionLabels())
          .hasDimensions(BlockChest.SLICES, BlockChest.ROWS * BlockChest.COLUMNS);
    }

    @Test
    void says_so_with_a_stable_code_and_what_to_do() {
      assertThat(Arrays.stream(QuantityReason.values()).map(QuantityReason::code))
          .containsExactly(
              "QUA-001", "QUA-002", "QUA-003", "QUA-004", "QUA-005", "QUA-006", "QUA-010",
              "QUA-011");
      assertThat(QuantityReason.values())
          .allSatisfy(reason -> assertThat(reason.meaning()).endsWith(".").hasSizeGreaterThan(40));
      assertThat(QuantityReason.REGION_EMPTY.notMeasured("RML"))
          .hasToString(
              "NotMeasured[reason=QUA-002 " + QuantityReason.REGION_EMPTY.meaning() + " (RML)]");
    }
  }

  @Nested
  class Refuses {
    @Test
    void masks_on_other_voxels_than_the_volume() {
      var chest = BlockChest.healthy();
      var geometry = chest.volume().geometry();
      var shifted =
          new org.hilum.imaging.volume.VolumeGeometry(
              geometry.point(1, 0, 0),
              geometry.iDirection(),
              geometry.jDirection(),
              geometry.kDirection(),
              10,
              10,
              10,
              geometry.columns(),
              geometry.rows(),
              geometry.slices());
      var elsewhere = LabelRaster.empty(shifted);
      var masks =
          new ChestSegmentation(
              elsewhere, elsewhere, Optional.empty(), Optional.empty(), List.of(), List.of());
      assertThatThrownBy(() -> new Quantifier().measure(chest.volume(), masks))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("other voxels");
      var here = chest.masks();
      var lobesElsewhere =
          new ChestSegmentation(
              here.lungs(),
              here.opacity(),
              Optional.of(elsewhere),
              Optional.empty(),
              List.of(),
              List.of());
      assertThatThrownBy(() -> new Quantifier().measure(chest.volume(), lobesElsewhere))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Nested
  class The_scores {
    @Test
    void are_named_coded_and_sourced() {
      var chest = BlockChest.healthy().withLobes().measured();
      assertThat(chest.scores())
          .extracting(SeverityScore::name)
          .containsExactly(
              "CT severity score (Pan 2020)",
              "Total severity score (Chung 2020)",
              "Six-zone CT score (thirds of lung height)",
              "Percentage of opacity, PO (Chaganti 2020)",
              "Percentage of high opacity, PHO (Chaganti 2020)");
      assertThat(chest.scores())
          .allSatisfy(
              score -> {
                assertThat(score.concept()).isPresent();
                assertThat(score.source()).isNotBlank();
                assertThat(score.value().number()).hasValue(0);
              });
    }

    @Test
    void over_lobes_are_not_measured_without_lobes_and_name_the_lobes() {
      var scores = BlockChest.healthy().measured().scores();
      assertThat(scores.get(0).value())
          .isInstanceOfSatisfying(
              Measurement.NotMeasured.class,
              missing -> {
                assertThat(missing.reason().code()).isEqualTo(QuantityReason.SCORE_INPUT_MISSING);
                assertThat(missing.reason().where()).contains("LUL").contains("RLL");
              });
      assertThat(scores.get(1).value().number()).isEmpty();
      assertThat(scores.get(2).value().number()).hasValue(0);
    }

    @Test
    void add_up_over_lobes_and_zones() {
      // The left lower lobe is full, of the right upper lobe 5 % (20 voxels) is.
      var chest =
          BlockChest.healthy()
              .withLobes()
              .opacity(CONSOLIDATION, 20, 2, 8, 2, 12, 14, 24)
              .opacity(GROUND_GLASS, -600, 13, 14, 2, 4, 2, 12)
              .measured();
      assertThat(chest.scores().get(0).value().number()).as("Pan: 5 + 2").hasValue(7);
      assertThat(chest.scores().get(1).value().number()).as("Chung: 4 + 1").hasValue(5);
      assertThat(chest.scores().get(2).value().number())
          .as("six zones: left lower full 4, left middle half 3, right upper 5 % 1")
          .hasValue(8);
      assertThat(chest.scores().get(3).value().number()).hasValue(100.0 * 620 / 2400);
      assertThat(chest.scores().get(4).value().number()).hasValue(25);
      assertThat(chest.scores().get(0).inputs())
          .containsOnlyKeys(
              "LUL lesion %", "LLL lesion %", "RUL lesion %", "RML lesion %", "RLL lesion %");
    }
  }
}
