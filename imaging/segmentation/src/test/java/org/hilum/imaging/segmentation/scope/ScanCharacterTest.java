package org.hilum.imaging.segmentation.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.hilum.imaging.phantom.Ellipsoid;
import org.hilum.imaging.phantom.ScanGrid;
import org.hilum.imaging.phantom.TwoLungPhantom;
import org.hilum.imaging.segmentation.workers.Workers;
import org.hilum.imaging.volume.CtVolume;
import org.hilum.imaging.volume.PatientPoint;
import org.hilum.imaging.volume.VolumeGeometry;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a scan is like, on chests drawn by hand: air -1000, lung -850, body 40 HU. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ScanCharacterTest {

  private static final VolumeGeometry GRID = ScanGrid.axial(180, 120, 100, 2, 3).geometry();
  private static final TwoLungPhantom.Drawing CHEST = TwoLungPhantom.healthy().draw(GRID);

  /** What is drawn at a point, where it is not what was there. */
  private interface Paint {
    int over(int hu, PatientPoint point);
  }

  private static ScanCharacter character(Paint paint) {
    return character(CHEST, paint);
  }

  private static ScanCharacter character(TwoLungPhantom.Drawing drawing, Paint paint) {
    var geometry = drawing.volume().geometry();
    var hu = new short[geometry.slices()][];
    for (int k = 0; k < hu.length; k++) {
      hu[k] = drawing.volume().hu()[k].clone();
      for (int voxel = 0; voxel < hu[k].length; voxel++) {
        var point = geometry.point(k, voxel / geometry.columns(), voxel % geometry.columns());
        hu[k][voxel] = (short) paint.over(hu[k][voxel], point);
      }
    }
    try (var workers = new Workers(2)) {
      return ScanCharacter.of(
          ScanBlocks.of(new CtVolume(geometry, hu, true), drawing.lungs().labels(), workers));
    }
  }

  private static Paint heart(double x, int brightness) {
    var shape = new Ellipsoid(new PatientPoint(x, -20, -30), 24, 45, 60);
    return (hu, point) -> hu == 40 && shape.contains(point) ? brightness : hu;
  }

  @Nested
  class grey_levels {

    @Test
    void of_a_plain_chest_are_those_of_air_and_soft_tissue() {
      var grey = character((hu, point) -> hu).grey();
      assertThat(grey.airHu().orElseThrow()).isCloseTo(-1000, within(3.0));
      assertThat(grey.softHu().orElseThrow()).isCloseTo(40, within(3.0));
      assertThat(grey.airIsOff() || grey.softIsDark() || grey.softIsBright()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"34, false", "40, true", "-40, true", "-30, false"})
    void are_off_when_air_is_shifted(int shift, boolean off) {
      assertThat(character((hu, point) -> hu + shift).grey().airIsOff()).isEqualTo(off);
    }

    @Test
    void are_off_when_soft_tissue_alone_is_too_dark_or_too_bright() {
      assertThat(character((hu, point) -> hu == 40 ? -15 : hu).grey().softIsDark()).isTrue();
      assertThat(character((hu, point) -> hu == 40 ? 110 : hu).grey().softIsBright()).isTrue();
    }

    @Test
    void are_not_told_from_padding_outside_the_field() {
      var grey =
          character((hu, point) -> Math.hypot(point.x(), point.y()) > 118 ? -1024 : hu).grey();
      assertThat(grey.airIsOff()).isFalse();
    }

    @Test
    void of_a_scan_without_air_are_not_measured() {
      assertThat(character((hu, point) -> Math.max(hu, -840)).grey().airHu()).isEmpty();
    }
  }

  @Nested
  class contrast_medium {

    @Test
    void is_seen_where_the_heart_is_bright() {
      assertThat(character(heart(0, 40)).mediastinum().isBright()).isFalse();
      var enhanced = character(heart(0, 250)).mediastinum();
      assertThat(enhanced.isBright()).isTrue();
      assertThat(enhanced.brightHu().orElseThrow()).isCloseTo(250, within(5.0));
    }

    @Test
    void is_not_seen_in_a_bright_spine() {
      var spine = new Ellipsoid(new PatientPoint(0, 80, 0), 20, 20, 200);
      assertThat(
              character((hu, point) -> hu == 40 && spine.contains(point) ? 300 : hu)
                  .mediastinum()
                  .isBright())
          .isFalse();
    }

    @Test
    void is_not_seen_in_noise() {
      var random = new Random(3);
      assertThat(
              character((hu, point) -> (int) (hu + 250 * random.nextGaussian()))
                  .mediastinum()
                  .isBright())
          .isFalse();
    }
  }

  @Nested
  class sides {

    /** Lungs of one shape, so that only what is painted has a side; gas stands for the stomach. */
    private static ScanCharacter withLiver(double x) {
      var gas = new Ellipsoid(new PatientPoint(-x, 0, -120), 70, 80, 45);
      return character((hu, point) -> hu == 40 && gas.contains(point) ? -100 : hu);
    }

    @Test
    void are_usual_with_the_liver_right_and_changed_with_it_left() {
      var usual = withLiver(-80).sides();
      var changed = withLiver(80).sides();
      assertThat(usual.score().orElseThrow()).isPositive();
      assertThat(usual.lookMirrored()).isFalse();
      assertThat(changed.score().orElseThrow()).isLessThan(BodySides.MIRRORED_BELOW);
      assertThat(changed.lookMirrored()).isTrue();
    }

    @Test
    void of_a_mirror_image_have_the_opposite_score() {
      var lopsided =
          new TwoLungPhantom(
              new Ellipsoid(new PatientPoint(0, 0, 0), 165, 110, 2000),
              new Ellipsoid(new PatientPoint(90, 0, 0), 45, 70, 110),
              new Ellipsoid(new PatientPoint(-70, 0, 0), 55, 70, 105),
              List.of());
      double here = character(lopsided.draw(GRID), (hu, point) -> hu).sides().score().orElseThrow();
      double there =
          character(lopsided.mirrored().draw(GRID), (hu, point) -> hu)
              .sides()
              .score()
              .orElseThrow();
      assertThat(here).isPositive();
      assertThat(there).isCloseTo(-here, within(0.02));
    }

    @Test
    void are_not_told_without_a_second_lung() {
      var none = CHEST.lungs().labels();
      var one = Arrays.stream(none).map(byte[]::clone).toArray(byte[][]::new);
      for (var slice : one) {
        for (int voxel = 0; voxel < slice.length; voxel++) {
          slice[voxel] = slice[voxel] == 1 ? 0 : slice[voxel];
        }
      }
      try (var workers = new Workers(1)) {
        var seen = ScanCharacter.of(ScanBlocks.of(CHEST.volume(), one, workers));
        assertThat(seen.sides().score()).isEmpty();
        assertThat(seen.mediastinum().brightHu()).isEmpty();
      }
    }
  }

  @Nested
  class the_form {

    @Test
    void is_the_size_of_the_drawn_lungs() {
      var form = character((hu, point) -> hu).form();
      assertThat(form.heightMm()).isCloseTo(220, within(8.0));
      assertThat(form.widthMm()).isCloseTo(255, within(10.0));
      assertThat(form.depthMm()).isCloseTo(140, within(10.0));
      assertThat(form.isUnlikeLungs()).isFalse();
    }

    @Test
    void of_gas_in_the_gut_is_unlike_lungs() {
      var gut =
          new TwoLungPhantom(
              new Ellipsoid(new PatientPoint(0, 0, 0), 165, 110, 2000),
              new Ellipsoid(new PatientPoint(40, -40, 0), 30, 25, 40),
              new Ellipsoid(new PatientPoint(-40, -40, 0), 30, 25, 40),
              List.of());
      assertThat(character(gut.draw(GRID), (hu, point) -> hu).form().isUnlikeLungs()).isTrue();
    }
  }
}
