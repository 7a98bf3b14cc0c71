package org.hilum.imaging.quantification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hilum.imaging.quantification.ChestPropertiesTest.measure;

import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.hilum.imaging.phantom.Ellipsoid;
import org.hilum.imaging.phantom.ScanGrid;
import org.hilum.imaging.phantom.SlicePlane;
import org.hilum.imaging.phantom.TwoLungPhantom;
import org.hilum.imaging.vocabulary.OpacityKind;
import org.hilum.imaging.vocabulary.Region;
import org.hilum.imaging.vocabulary.Side;
import org.hilum.imaging.vocabulary.ZoneHeight;
import org.hilum.imaging.volume.PatientPoint;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Ellipsoid lungs and ball-shaped lesions against volumes worked out by hand. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DrawnChestTest {
  private static final ScanGrid AWKWARD =
      new ScanGrid(
          SlicePlane.FEET_FIRST_PRONE, 108, 62, 84, 2.6, 2.5, 3, 0, new PatientPoint(0, 0, 0));

  static Stream<ScanGrid> scans() {
    return Stream.of(
        AWKWARD,
        ScanGrid.axial(108, 62, 84, 2.6, 3),
        ScanGrid.axial(108, 80, 100, 2.6, 3).tilted(20),
        new ScanGrid(SlicePlane.CORONAL, 108, 92, 56, 2.6, 2.5, 3, 0, new PatientPoint(0, 0, 0)),
        new ScanGrid(
            SlicePlane.SAGITTAL, 62, 92, 100, 2.6, 2.5, 2.7, 0, new PatientPoint(0, 0, 0)));
  }

  private static double number(ChestMeasurements chest, Region region, Quantity quantity) {
    return chest.of(region).of(quantity).number().orElseThrow();
  }

  @ParameterizedTest
  @MethodSource("scans")
  void lungs_have_the_volume_of_their_ellipsoids(ScanGrid scan) {
    var chest = measure(TwoLungPhantom.healthy(), scan.geometry());
    // 4/3 pi 50 x 70 x 110 mm and 55 x 70 x 105 mm.
    assertThat(number(chest, Region.LEFT_LUNG, Quantity.VOLUME))
        .isCloseTo(1612.7, Percentage.withPercentage(0.5));
    assertThat(number(chest, Region.RIGHT_LUNG, Quantity.VOLUME))
        .isCloseTo(1693.3, Percentage.withPercentage(0.5));
  }

  @ParameterizedTest
  @MethodSource("scans")
  void zones_are_thirds_of_the_height_in_any_plane_also_tilted(ScanGrid scan) {
    var chest = measure(TwoLungPhantom.healthy(), scan.geometry());
    for (var side : Side.values()) {
      double lung = number(chest, Region.lung(side), Quantity.VOLUME);
      // The middle third of an ellipsoid's height: (1/2) (3 x 1/3 - (1/3)^3) = 13/27 of it.
      assertThat(number(chest, Region.zone(side, ZoneHeight.MIDDLE), Quantity.VOLUME) / lung)
          .as(side + " middle zone")
          .isCloseTo(13.0 / 27, within(0.02));
      assertThat(number(chest, Region.zone(side, ZoneHeight.UPPER), Quantity.VOLUME) / lung)
          .isCloseTo(7.0 / 27, within(0.015));
      assertThat(number(chest, Region.zone(side, ZoneHeight.LOWER), Quantity.VOLUME) / lung)
          .isCloseTo(7.0 / 27, within(0.015));
    }
  }

  @ParameterizedTest
  @MethodSource("scans")
  void a_ball_in_the_left_upper_zone_is_one_lesion_there_in_any_plane(ScanGrid scan) {
    var centre = new PatientPoint(75, 5, 60);
    var chest = measure(TwoLungPhantom.healthy().withGroundGlass(centre, 20), scan.geometry());
    assertThat(chest.lesions()).hasSize(1);
    var lesion = chest.lesions().getFirst();
    assertThat(lesion.region()).isEqualTo(Region.LEFT_UPPER_ZONE);
    assertThat(lesion.volumeMl().number().orElseThrow())
        .as("4/3 pi 20^3 mm = 33.5 mL")
        .isCloseTo(33.51, Percentage.withPercentage(1.5));
    assertThat(lesion.massG().number().orElseThrow())
        .as("at -600 HU 0.4 g/mL")
        .isCloseTo(33.51 * 0.4, Percentage.withPercentage(1.5));
    assertThat(lesion.centre().minus(centre).length()).isLessThan(0.5);
    assertThat(lesion.extentMm().x()).isCloseTo(40, within(5.0));
    assertThat(lesion.extentMm().y()).isCloseTo(40, within(5.0));
    assertThat(lesion.extentMm().z()).isCloseTo(40, within(5.0));
    assertThat(lesion.meanHu()).isCloseTo(-600, within(1e-9));
    assertThat(lesion.kind()).isEqualTo(OpacityKind.GROUND_GLASS);
    assertThat(lesion.consolidationPercent()).isZero();
    var keySlice = scan.geometry();
    assertThat(Math.abs(keySlice.index(centre).k() - lesion.keySlice()))
        .as("the largest area is in a slice through the centre")
        .isLessThan(1.5);
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void an_opacity_at_the_ribs_is_subpleural_and_one_at_the_hilum_is_central(Side side) {
    double left = side == Side.LEFT ? 1 : -1;
    var outer = new PatientPoint(left * 118, 0, 0);
    var hilar = new PatientPoint(left * 32, 0, 0);
    var deep = new PatientPoint(left * 70, 0, 0);
    for (var scan : java.util.List.of(AWKWARD, ScanGrid.axial(108, 62, 84, 2.6, 3))) {
      var chest =
          measure(
              TwoLungPhantom.healthy()
                  .withGroundGlass(outer, 9)
                  .withGroundGlass(hilar, 8)
                  .withGroundGlass(deep, 7),
              scan.geometry());
      assertThat(chest.lesions()).hasSize(3);
      for (var lesion : chest.lesions()) {
        boolean atRibs = lesion.centre().minus(outer).length() < 12;
        assertThat(lesion.subpleural()).as(lesion.toString()).isEqualTo(atRibs);
      }
    }
  }

  @Test
  void a_lung_cut_off_by_the_scan_has_no_surface_at_the_cut() {
    // The scan ends at the middle of the lungs; the ball lies at the cut, deep inside the lung.
    var cut = ScanGrid.axial(108, 62, 40, 2.6, 3).about(new PatientPoint(0, 0, 60));
    var chest =
        measure(
            TwoLungPhantom.healthy().withGroundGlass(new PatientPoint(65, 0, 3), 8),
            cut.geometry());
    assertThat(chest.lesions()).singleElement().matches(lesion -> !lesion.subpleural());
  }

  @Test
  void mixed_opacity_is_of_the_kind_that_fills_more_than_half() {
    var centre = new PatientPoint(75, 0, 0);
    var chest =
        measure(
            TwoLungPhantom.healthy().withGroundGlass(centre, 20).withConsolidation(centre, 12),
            ScanGrid.axial(108, 62, 84, 2.6, 3).geometry());
    var lesion = chest.lesions().getFirst();
    // 12^3 / 20^3 = 21.6 % consolidation.
    assertThat(lesion.consolidationPercent()).isCloseTo(21.6, within(1.0));
    assertThat(lesion.kind()).isEqualTo(OpacityKind.GROUND_GLASS);
  }

  @Test
  void specks_under_a_tenth_of_a_millilitre_are_opacity_but_no_lesion() {
    var grid = ScanGrid.axial(140, 78, 116, 2, 2).geometry();
    var speck = TwoLungPhantom.healthy().withGroundGlass(new PatientPoint(76, 1, 1), 2.9);
    var chest = measure(speck, grid);
    assertThat(number(chest, Region.LUNGS, Quantity.OPACITY_VOLUME)).isBetween(0.05, 0.0999);
    assertThat(chest.lesions()).isEmpty();
    assertThat(chest.scores().get(2).value().number()).as("no lesion, no point").hasValue(0);
    assertThat(measure(speck.withGroundGlass(new PatientPoint(76, 40, 1), 3.2), grid).lesions())
        .singleElement()
        .satisfies(
            lesion ->
                assertThat(lesion.volumeMl().number().orElseThrow()).isGreaterThanOrEqualTo(0.1));
  }

  @Test
  void disease_at_the_ribs_of_both_lungs_is_typical_and_disease_all_through_is_not() {
    var healthy = TwoLungPhantom.healthy();
    var grid = ScanGrid.axial(108, 62, 84, 2.6, 3).geometry();
    var atRibs =
        healthy
            .withGroundGlass(new PatientPoint(112, 20, -40), 22)
            .withGroundGlass(new PatientPoint(-118, 10, -30), 24)
            .withGroundGlass(new PatientPoint(80, 62, -50), 20);
    assertThat(measure(atRibs, grid).covid19().category()).isEqualTo("TYPICAL");
    var everywhere =
        healthy.with(
            new Ellipsoid(new PatientPoint(0, 0, 0), 300, 300, 300),
            OpacityKind.GROUND_GLASS,
            -600);
    var diffuse = measure(everywhere, grid).covid19();
    assertThat(diffuse.category()).isEqualTo("INDETERMINATE");
    assertThat(diffuse.lacking()).containsExactly(Covid19Pattern.Lack.PERIPHERAL);
  }
}
