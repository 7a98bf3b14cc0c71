package org.hilum.imaging.reporting.overlay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import org.hilum.imaging.reporting.ChestGrids;
import org.hilum.imaging.reporting.DrawnChest;
import org.hilum.imaging.reporting.DrawnChest.Opacity;
import org.hilum.imaging.reporting.FindingsExample;
import org.hilum.imaging.reporting.Language;
import org.hilum.imaging.reporting.ReadingFindings;
import org.hilum.imaging.reporting.lettering.Lettering;
import org.hilum.imaging.reporting.wording.Wording;
import org.hilum.imaging.segmentation.LobeLabel;
import org.hilum.imaging.segmentation.LungLabel;
import org.hilum.imaging.vocabulary.Lobe;
import org.hilum.imaging.vocabulary.OpacityKind;
import org.hilum.imaging.vocabulary.Side;
import org.hilum.imaging.volume.CtVolume;
import org.hilum.imaging.volume.LabelRaster;
import org.hilum.imaging.volume.PatientPoint;
import org.hilum.imaging.volume.VolumeGeometry;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ChestPicturesTest {

  private static final int WIDTH = 300;
  private static final Lettering LETTERING = new Lettering();
  private static final Wording WORDING = Wording.in(Language.ENGLISH);

  /** One lesion: in the patient's left lung, at the back, low. */
  private static final DrawnChest LEFT_BACK_LOW =
      new DrawnChest(
          List.of(new Opacity(new PatientPoint(95, 40, 90), 22, OpacityKind.GROUND_GLASS)));

  private static ChestPictures pictures(DrawnChest chest, VolumeGeometry geometry) {
    return pictures(
        FindingsExample.of(chest, geometry, FindingsExample.header("DOE^JANE", "ID-7")));
  }

  private static ChestPictures pictures(ReadingFindings findings) {
    return ChestPictures.of(findings, WORDING, LETTERING);
  }

  @Nested
  class left_is_the_patients_left {

    @ParameterizedTest
    @EnumSource(ChestGrids.class)
    void a_lesion_of_the_left_lung_lies_in_the_right_half_of_an_axial_picture(ChestGrids grid) {
      var pictures = pictures(LEFT_BACK_LOW, grid.coarse());
      var lesion = centre(pictures.axial(fullest(pictures), WIDTH), OpacityKind.GROUND_GLASS);
      assertThat(lesion.x()).as("share of the width from the left").isGreaterThan(0.65);
    }

    @ParameterizedTest
    @EnumSource(ChestGrids.class)
    void a_lesion_of_the_back_lies_in_the_lower_half_of_an_axial_picture(ChestGrids grid) {
      var pictures = pictures(LEFT_BACK_LOW, grid.coarse());
      var lesion = centre(pictures.axial(fullest(pictures), WIDTH), OpacityKind.GROUND_GLASS);
      assertThat(lesion.y()).as("share of the height from above").isGreaterThan(0.6);
    }

    @ParameterizedTest
    @EnumSource(ChestGrids.class)
    void a_low_lesion_of_the_left_lung_lies_low_and_right_in_the_coronal_picture(ChestGrids grid) {
      var pictures = pictures(LEFT_BACK_LOW, grid.coarse());
      var lesion = centre(pictures.coronal(WIDTH), OpacityKind.GROUND_GLASS);
      assertThat(lesion.x()).as("share of the width from the left").isGreaterThan(0.65);
      assertThat(lesion.y()).as("share of the height from above").isGreaterThan(0.55);
    }

    @ParameterizedTest
    @EnumSource(ChestGrids.class)
    void a_low_lesion_of_the_back_lies_low_and_right_in_the_sagittal_picture(ChestGrids grid) {
      var pictures = pictures(LEFT_BACK_LOW, grid.coarse());
      var lesion = centre(pictures.sagittal(Side.LEFT, WIDTH), OpacityKind.GROUND_GLASS);
      assertThat(lesion.x()).as("share of the width from the left").isGreaterThan(0.6);
      assertThat(lesion.y()).as("share of the height from above").isGreaterThan(0.55);
      assertThat(shows(pictures.sagittal(Side.RIGHT, WIDTH), Palette.of(OpacityKind.GROUND_GLASS)))
          .isFalse();
    }

    @Test
    void a_lesion_of_the_right_lung_lies_in_the_left_half() {
      var chest =
          new DrawnChest(
              List.of(new Opacity(new PatientPoint(-95, 40, 90), 22, OpacityKind.CONSOLIDATION)));
      var pictures = pictures(chest, ChestGrids.AXIAL.coarse());
      var lesion = centre(pictures.axial(fullest(pictures), WIDTH), OpacityKind.CONSOLIDATION);
      assertThat(lesion.x()).isLessThan(0.35);
    }
  }

  @Nested
  class a_fissure {

    private static final double HEIGHT_MM = 130;

    /** Wide enough for a line to fill a pixel. */
    private static final int WIDE = 1200;

    /** The left lung is parted across at one height, the right one is not. */
    private ReadingFindings parted(ChestGrids grid) {
      var findings =
          FindingsExample.of(
              new DrawnChest(List.of()), grid.coarse(), FindingsExample.header("DOE^JANE", "ID-7"));
      var masks = findings.segmentation();
      var lobes = LabelRaster.empty(grid.coarse());
      DrawnChest.forEachVoxel(
          grid.coarse(),
          (k, at, point) -> {
            if (masks.lungs().labels()[k][at] == LungLabel.LEFT) {
              var lobe = point.z() > HEIGHT_MM ? Lobe.LUL : Lobe.LLL;
              lobes.labels()[k][at] = LobeLabel.of(lobe);
            }
          });
      return FindingsExample.replace(findings, masks.withLobes(Optional.of(lobes), List.of()));
    }

    @ParameterizedTest
    @EnumSource(ChestGrids.class)
    void is_drawn_within_its_lung_where_the_lobes_meet(ChestGrids grid) {
      var pictures = pictures(parted(grid));
      var seen = centre(pictures.coronal(WIDE), Palette.FISSURE);
      assertThat(seen.x()).as("share of the width from the left").isGreaterThan(0.55);
      assertThat(seen.y()).as("share of the height from above").isBetween(0.4, 0.7);
      assertThat(shows(pictures.sagittal(Side.LEFT, WIDE), Palette.FISSURE)).isTrue();
      assertThat(shows(pictures.sagittal(Side.RIGHT, WIDE), Palette.FISSURE)).isFalse();
    }

    @Test
    void is_not_drawn_where_none_was_found() {
      var pictures = pictures(DrawnChest.DISEASED, ChestGrids.AXIAL.coarse());
      assertThat(pictures.hasLobes()).isFalse();
      assertThat(shows(pictures.coronal(WIDE), Palette.FISSURE)).isFalse();
    }
  }

  @Nested
  class the_picture_does_not_depend_on_the_order_of_the_voxels {

    @ParameterizedTest
    @EnumSource(
        value = ChestGrids.class,
        names = {"TILTED"},
        mode = EnumSource.Mode.EXCLUDE)
    void every_turned_source_shows_the_same_pixels(ChestGrids grid) {
      var expected = pictures(DrawnChest.DISEASED, ChestGrids.AXIAL.coarse());
      var actual = pictures(DrawnChest.DISEASED, grid.coarse());
      assertThat(actual.keySlices()).isEqualTo(expected.keySlices());
      for (int k : expected.keySlices()) {
        assertSamePixels(actual.axial(k, WIDTH), expected.axial(k, WIDTH));
      }
      assertSamePixels(actual.coronal(WIDTH), expected.coronal(WIDTH));
      for (var side : Side.values()) {
        assertSamePixels(actual.sagittal(side, WIDTH), expected.sagittal(side, WIDTH));
      }
    }

    private static void assertSamePixels(BufferedImage actual, BufferedImage expected) {
      assertThat(pixels(actual)).isEqualTo(pixels(expected));
    }

    private static int[] pixels(BufferedImage image) {
      return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }
  }

  @Nested
  class shape {

    @Test
    void pixels_are_square_in_millimetres_however_long_the_voxels_are() {
      var fine = pictures(DrawnChest.DISEASED, ChestGrids.AXIAL.spaced(4, 4, 4));
      var coarse = pictures(DrawnChest.DISEASED, ChestGrids.AXIAL.spaced(6, 3, 9));
      assertThat(coarse.axialAspect()).isCloseTo(fine.axialAspect(), within(0.06));
      assertThat(coarse.coronalAspect()).isCloseTo(fine.coronalAspect(), within(0.06));
      assertThat(coarse.axial(20, WIDTH).getHeight())
          .isEqualTo((int) Math.round(WIDTH * coarse.axialAspect()));
    }

    @Test
    void a_picture_with_legend_is_taller_and_keeps_the_picture() {
      var pictures = pictures(DrawnChest.DISEASED, ChestGrids.AXIAL.coarse());
      var picture = pictures.axial(20, WIDTH);
      var whole = pictures.withLegend(picture);
      assertThat(whole.getWidth()).isEqualTo(WIDTH);
      assertThat(whole.getHeight()).isGreaterThan(picture.getHeight());
      assertThat(whole.getRGB(100, 100)).isEqualTo(picture.getRGB(100, 100));
    }

    @Test
    void without_known_spacing_there_is_no_scale_bar() {
      var known = FindingsExample.diseased();
      var volume = known.volume();
      var unknown =
          new ReadingFindings(
              known.studyName(),
              new CtVolume(volume.geometry(), volume.hu(), false),
              known.source(),
              known.segmentation(),
              known.measurements(),
              known.deviations(),
              known.notChosen(),
              known.readAt(),
              known.software());
      assertThat(lettersBelowRight(pictures(known).axial(20, WIDTH))).isGreaterThan(50);
      assertThat(lettersBelowRight(pictures(unknown).axial(20, WIDTH))).isZero();
    }

    private static int lettersBelowRight(BufferedImage image) {
      int count = 0;
      for (int x = image.getWidth() * 2 / 3; x < image.getWidth(); x++) {
        for (int y = image.getHeight() * 7 / 8; y < image.getHeight(); y++) {
          count += (image.getRGB(x, y) & 0xFFFFFF) == 0xF2F5F7 ? 1 : 0;
        }
      }
      return count;
    }

    @Test
    void a_volume_without_lungs_is_shown_whole() {
      var geometry = ChestGrids.AXIAL.coarse();
      var findings = FindingsExample.on(geometry);
      var masks = findings.segmentation();
      var empty =
          FindingsExample.replace(
              findings,
              new org.hilum.imaging.segmentation.ChestSegmentation(
                  org.hilum.imaging.volume.LabelRaster.empty(geometry),
                  org.hilum.imaging.volume.LabelRaster.empty(geometry),
                  masks.lobes(),
                  masks.opacityProbability(),
                  masks.networks(),
                  masks.remarks()));
      var pictures = pictures(empty);
      assertThat(pictures.keySlices()).isEmpty();
      assertThat(pictures.axialAspect()).isCloseTo(260.0 / 352, within(0.02));
      assertThat(pictures.coronal(WIDTH).getWidth()).isEqualTo(WIDTH);
    }
  }

  @Nested
  class key_slices {

    @Test
    void show_every_lesion_of_a_chest_with_few() {
      var findings = FindingsExample.diseased();
      var keys = pictures(findings).keySlices();
      for (var lesion : findings.measurements().lesions()) {
        double reach = lesion.extentMm().z() / 2 / findings.volume().geometry().kSpacingMm();
        assertThat(keys)
            .as("slices that cut lesion %d round k %d", lesion.number(), lesion.keySlice())
            .anyMatch(k -> Math.abs(k - lesion.keySlice()) <= reach);
      }
    }

    @Test
    void run_from_head_to_feet_without_repetition() {
      var keys = pictures(FindingsExample.diseased()).keySlices();
      assertThat(keys).doesNotHaveDuplicates().hasSizeBetween(3, KeySlices.MOST);
      assertThat(keys.stream().sorted(java.util.Comparator.reverseOrder()).toList())
          .isEqualTo(keys);
    }

    @Test
    void of_a_clear_chest_lie_at_its_quarters() {
      assertThat(pictures(FindingsExample.clear()).keySlices()).hasSize(3);
    }
  }

  private static int fullest(ChestPictures pictures) {
    // The low lesion lies at 90 mm of 300: the key slice nearest to it.
    return pictures.keySlices().stream()
        .min(java.util.Comparator.comparingInt(k -> Math.abs(k - (int) Math.round(88.0 / 7))))
        .orElseThrow();
  }

  private record Share(double x, double y) {}

  private static Share centre(BufferedImage image, OpacityKind kind) {
    return centre(image, Palette.of(kind));
  }

  private static boolean shows(BufferedImage image, Color colour) {
    return centreOf(image, colour).isPresent();
  }

  /** Middle of the lines of a colour, as shares of width and height. */
  private static Share centre(BufferedImage image, Color colour) {
    return centreOf(image, colour).orElseThrow(() -> new AssertionError("no line of " + colour));
  }

  private static Optional<Share> centreOf(BufferedImage image, Color colour) {
    double x = 0;
    double y = 0;
    int count = 0;
    for (int row = 0; row < image.getHeight(); row++) {
      for (int column = 0; column < image.getWidth(); column++) {
        if (image.getRGB(column, row) == colour.getRGB()) {
          x += column + 0.5;
          y += row + 0.5;
          count++;
        }
      }
    }
    return count <= 10
        ? Optional.empty()
        : Optional.of(new Share(x / count / image.getWidth(), y / count / image.getHeight()));
  }
}
