package org.hilum.imaging.quantification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hilum.imaging.phantom.Ellipsoid;
import org.hilum.imaging.phantom.ScanGrid;
import org.hilum.imaging.phantom.SlicePlane;
import org.hilum.imaging.phantom.TwoLungPhantom;
import org.hilum.imaging.segmentation.ChestSegmentation;
import org.hilum.imaging.vocabulary.OpacityKind;
import org.hilum.imaging.vocabulary.Region;
import org.hilum.imaging.vocabulary.Side;
import org.hilum.imaging.vocabulary.ZoneHeight;
import org.hilum.imaging.volume.PatientPoint;
import org.hilum.imaging.volume.VolumeGeometry;

/** What must hold for any chest, drawn with random lesions in any orientation. */
class ChestPropertiesTest {

  /** As many voxels along each axis and as far apart, so that every plane has the same voxels. */
  private static final ScanGrid CUBE = ScanGrid.axial(40, 40, 40, 7.1, 7.1);

  private static final List<Quantity> AMOUNTS =
      List.of(
          Quantity.VOLUME,
          Quantity.OPACITY_VOLUME,
          Quantity.GROUND_GLASS_VOLUME,
          Quantity.CONSOLIDATION_VOLUME,
          Quantity.OPACITY_MASS,
          Quantity.LESION_COUNT);

  static ChestMeasurements measure(TwoLungPhantom phantom, VolumeGeometry geometry) {
    var drawing = phantom.draw(geometry);
    var masks =
        new ChestSegmentation(
            drawing.lungs(),
            drawing.opacity(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of());
    return new Quantifier().measure(drawing.volume(), masks);
  }

  @Provide
  Arbitrary<TwoLungPhantom> chests() {
    var centres =
        Combinators.combine(
                Arbitraries.doubles().between(-120, 120),
                Arbitraries.doubles().between(-60, 60),
                Arbitraries.doubles().between(-100, 100))
            .as(PatientPoint::new);
    var lesions =
        Combinators.combine(
                centres,
                Arbitraries.doubles().between(4, 40),
                Arbitraries.of(OpacityKind.GROUND_GLASS, OpacityKind.CONSOLIDATION),
                Arbitraries.integers().between(-700, 80))
            .as(
                (centre, radius, kind, hu) ->
                    new TwoLungPhantom.Lesion(
                        Ellipsoid.sphere(centre, radius), kind, hu.shortValue()));
    var healthy = TwoLungPhantom.healthy();
    return lesions
        .list()
        .ofMaxSize(5)
        .map(
            drawn ->
                new TwoLungPhantom(healthy.body(), healthy.leftLung(), healthy.rightLung(), drawn));
  }

  @Property(tries = 15, edgeCases = EdgeCasesMode.NONE)
  void the_numbers_do_not_depend_on_how_the_slices_lie(
      @ForAll("chests") TwoLungPhantom phantom, @ForAll SlicePlane plane) {
    var upright = measure(phantom, CUBE.geometry());
    var turned = measure(phantom, CUBE.in(plane).geometry());
    for (var region : Region.values()) {
      assertSame(upright.of(region), turned.of(region));
    }
    assertThat(turned.lesions()).hasSameSizeAs(upright.lesions());
    for (int n = 0; n < upright.lesions().size(); n++) {
      assertSameLesion(turned.lesions().get(n), upright.lesions().get(n));
    }
    assertThat(turned.covid19()).isEqualTo(upright.covid19());
  }

  private static void assertSame(RegionMeasurements expected, RegionMeasurements actual) {
    for (var quantity : Quantity.values()) {
      var number = expected.of(quantity).number();
      assertThat(actual.of(quantity).number().isPresent()).isEqualTo(number.isPresent());
      number.ifPresent(
          value ->
              assertThat(actual.of(quantity).number().orElseThrow())
                  .as(expected.region() + " " + quantity)
                  .isCloseTo(value, within(1e-6)));
    }
  }

  private static void assertSameLesion(Lesion actual, Lesion expected) {
    assertThat(actual.voxels()).isEqualTo(expected.voxels());
    assertThat(actual.region()).isEqualTo(expected.region());
    assertThat(actual.kind()).isEqualTo(expected.kind());
    assertThat(actual.subpleural()).isEqualTo(expected.subpleural());
    assertThat(actual.meanHu()).isCloseTo(expected.meanHu(), within(1e-9));
    assertThat(actual.centre().minus(expected.centre()).length()).isLessThan(1e-6);
    assertThat(actual.extentMm().x()).isCloseTo(expected.extentMm().x(), within(1e-6));
    assertThat(actual.extentMm().y()).isCloseTo(expected.extentMm().y(), within(1e-6));
    assertThat(actual.extentMm().z()).isCloseTo(expected.extentMm().z(), within(1e-6));
  }

  @Property(tries = 15, edgeCases = EdgeCasesMode.NONE)
  void a_mirrored_patient_has_left_and_right_swapped(@ForAll("chests") TwoLungPhantom phantom) {
    var chest = measure(phantom, CUBE.geometry());
    var mirrored = measure(phantom.mirrored(), CUBE.geometry());
    for (var side : Side.values()) {
      var pairs = new ArrayList<Region>(List.of(Region.lung(side)));
      var opposite = new ArrayList<Region>(List.of(Region.lung(side.mirrored())));
      for (var height : ZoneHeight.values()) {
        pairs.add(Region.zone(side, height));
        opposite.add(Region.zone(side.mirrored(), height));
      }
      for (int n = 0; n < pairs.size(); n++) {
        assertSame(chest.of(pairs.get(n)), mirrored.of(opposite.get(n)));
      }
    }
    assertSame(chest.of(Region.LUNGS), mirrored.of(Region.LUNGS));
  }

  @Property(tries = 20, edgeCases = EdgeCasesMode.NONE)
  void zones_make_up_their_lung_and_lungs_make_up_both(@ForAll("chests") TwoLungPhantom phantom) {
    var chest = measure(phantom, CUBE.geometry());
    for (var quantity : AMOUNTS) {
      double both = 0;
      for (var side : Side.values()) {
        double lung = number(chest, Region.lung(side), quantity);
        both += lung;
        double zones = 0;
        for (var height : ZoneHeight.values()) {
          zones += number(chest, Region.zone(side, height), quantity);
        }
        assertThat(zones).as(side + " " + quantity).isCloseTo(lung, within(1e-6));
      }
      assertThat(both).isCloseTo(number(chest, Region.LUNGS, quantity), within(1e-6));
    }
  }

  @Property(tries = 20, edgeCases = EdgeCasesMode.NONE)
  void shares_stay_between_0_and_100_and_kinds_make_up_the_opacity(
      @ForAll("chests") TwoLungPhantom phantom) {
    var chest = measure(phantom, CUBE.geometry());
    for (var region : chest.regions()) {
      for (var quantity : Quantity.values()) {
        if (quantity.ucum().equals("%")) {
          region
              .of(quantity)
              .number()
              .ifPresent(percent -> assertThat(percent).isBetween(0.0, 100.0));
        }
      }
      var opacity = region.of(Quantity.OPACITY_PERCENT).number();
      if (opacity.isPresent()) {
        double kinds =
            region.of(Quantity.GROUND_GLASS_PERCENT).number().orElseThrow()
                + region.of(Quantity.CONSOLIDATION_PERCENT).number().orElseThrow();
        assertThat(kinds).isCloseTo(opacity.getAsDouble(), within(1e-9));
        assertThat(region.of(Quantity.HIGH_OPACITY_PERCENT).number().orElseThrow())
            .isLessThanOrEqualTo(opacity.getAsDouble());
      }
    }
  }

  @Property(tries = 20, edgeCases = EdgeCasesMode.NONE)
  void every_lesion_has_as_many_labels_as_voxels_and_all_lie_in_opacity(
      @ForAll("chests") TwoLungPhantom phantom) {
    var chest = measure(phantom, CUBE.geometry());
    var opacity = phantom.draw(CUBE.geometry()).opacity();
    var counted = new long[chest.lesions().size() + 1];
    int outsideOpacity = 0;
    for (int k = 0; k < chest.lesionLabels().length; k++) {
      for (int at = 0; at < chest.lesionLabels()[k].length; at++) {
        short label = chest.lesionLabels()[k][at];
        counted[label]++;
        outsideOpacity += label != 0 && opacity.labels()[k][at] == 0 ? 1 : 0;
      }
    }
    assertThat(outsideOpacity).isZero();
    for (var lesion : chest.lesions()) {
      assertThat(counted[lesion.number()]).isEqualTo(lesion.voxels());
    }
    // A voxel of this grid is 0.36 mL, so no opacity is too small to be a lesion.
    assertThat(chest.lesions().stream().mapToDouble(l -> l.volumeMl().number().orElseThrow()).sum())
        .isCloseTo(number(chest, Region.LUNGS, Quantity.OPACITY_VOLUME), within(1e-6));
  }

  private static double number(ChestMeasurements chest, Region region, Quantity quantity) {
    return chest.of(region).of(quantity).number().orElseThrow();
  }
}
