package org.hilum.imaging.reporting.overlay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.image.BufferedImage;
import org.hilum.imaging.reporting.ChestGrids;
import org.hilum.imaging.reporting.ComparedFindings;
import org.hilum.imaging.reporting.ComparisonExample;
import org.hilum.imaging.reporting.Language;
import org.hilum.imaging.reporting.content.LesionLife;
import org.hilum.imaging.reporting.lettering.Lettering;
import org.hilum.imaging.reporting.wording.Wording;
import org.hilum.imaging.volume.PatientPoint;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ComparisonPicturesTest {

  private static final Lettering LETTERING = new Lettering();
  private static final int WIDTH = 600;

  /**
   * Lesion 1 lies in the patient's left lung, lesion 2 in the right, on slices of the lower lobes.
   */
  @ParameterizedTest
  @EnumSource(ChestGrids.class)
  void show_the_patients_right_on_the_left_whatever_the_order_of_the_voxels(ChestGrids grid) {
    for (var findings :
        new ComparedFindings[] {
          ComparisonExample.twoDates(grid, ChestGrids.AXIAL),
          ComparisonExample.twoDates(ChestGrids.AXIAL, grid)
        }) {
      var pictures = pictures(findings);
      int left = level(findings, 1);
      int right = level(findings, 2);
      for (var picture :
          new BufferedImage[] {pictures.earlier(left, WIDTH), pictures.later(left, WIDTH)}) {
        assertThat(share(picture, Palette.ofIdentity(1), 0, WIDTH / 2)).as("%s", grid).isZero();
        assertThat(share(picture, Palette.ofIdentity(1), WIDTH / 2, WIDTH)).isPositive();
      }
      for (var picture :
          new BufferedImage[] {pictures.earlier(right, WIDTH), pictures.later(right, WIDTH)}) {
        assertThat(share(picture, Palette.ofIdentity(2), 0, WIDTH / 2)).as("%s", grid).isPositive();
        assertThat(share(picture, Palette.ofIdentity(2), WIDTH / 2, WIDTH)).isZero();
      }
    }
  }

  @Test
  void show_a_persisting_lesion_at_the_same_place_at_both_dates() {
    var findings =
        ComparisonExample.twoDates(
            ChestGrids.TILTED.spaced(2, 2, 4), ChestGrids.FEET_FIRST.spaced(2, 2, 3));
    var pictures = pictures(findings);
    int k = level(findings, 2);
    double[] earlier = centre(pictures.earlier(k, WIDTH), Palette.ofIdentity(2));
    double[] later = centre(pictures.later(k, WIDTH), Palette.ofIdentity(2));
    // A pixel is about half a millimetre; slices of 4 mm blur the outline by about as much.
    assertThat(earlier[0]).isCloseTo(later[0], within(8.0));
    assertThat(earlier[1]).isCloseTo(later[1], within(8.0));
  }

  @Test
  void name_the_earlier_dates_own_slice() {
    var findings =
        ComparisonExample.twoDates(
            ChestGrids.AXIAL.spaced(5, 5, 7), ChestGrids.AXIAL.spaced(5, 5, 6));
    var pair = findings.lastPair();
    var chests =
        new MatchedChests(
            findings.prior(),
            findings.current(),
            pair.alignment(),
            findings.comparison().lesions(),
            0);
    var level = chests.axial(20);
    // The later slice k 20 lies at z = 13 + 150 + (20 - 24) * 6 = 139, which was z = 126 before;
    // the earlier slices begin at 150 - 20.5 * 7 = 6.5 and are 7 mm apart: (126 - 6.5) / 7 = 17.1.
    assertThat(chests.view().heightMm(20).orElseThrow()).isCloseTo(139, within(3.1));
    double before = chests.view().heightMm(20).orElseThrow() - 13;
    assertThat(chests.priorView().heightMm(level.priorK()).orElseThrow())
        .isCloseTo(before, within(3.5));
  }

  @Test
  void draw_what_appeared_what_went_and_what_stayed_in_their_colours() {
    var findings = ComparisonExample.twoDates();
    var chests =
        new MatchedChests(
            findings.prior(),
            findings.current(),
            findings.lastPair().alignment(),
            findings.comparison().lesions(),
            0);
    // Lesion 5 is new, lesion 4 is gone, the middle of lesion 1 has stayed.
    assertThat(extentAt(chests, life(findings, 5).place())).isEqualTo(rgb(Palette.APPEARED));
    assertThat(extentAt(chests, life(findings, 4).place())).isEqualTo(rgb(Palette.GONE));
    assertThat(extentAt(chests, life(findings, 1).place())).isEqualTo(rgb(Palette.STAYED));
  }

  @Test
  void of_a_date_compared_with_itself_show_no_change() {
    var findings = ComparisonExample.twoDates();
    var same =
        new MatchedChests(
            findings.current(),
            findings.current(),
            ComparisonExample.still(),
            findings.comparison().lesions(),
            0);
    for (int k = 10; k < 40; k += 5) {
      assertThat(coloured(ChangeColours.density(same.axial(k)))).as("k %d", k).isZero();
      var extent = ChangeColours.extent(same.axial(k));
      assertThat(count(extent, rgb(Palette.APPEARED)) + count(extent, rgb(Palette.GONE))).isZero();
    }
  }

  @Test
  void correct_the_earlier_density_for_the_depth_of_breath() {
    var findings = ComparisonExample.twoDates();
    var level =
        new MatchedChests(
                findings.current(),
                findings.current(),
                ComparisonExample.inflated(2),
                findings.comparison().lesions(),
                0)
            .axial(20);
    int at = firstLung(level);
    double before = level.prior().plane().hu()[at];
    // Twice the volume, half the density: (HU + 1000) / 2 - 1000.
    assertThat((double) level.expectedHu()[at]).isCloseTo((before + 1000) / 2 - 1000, within(1e-3));
  }

  private static int firstLung(MatchedLevel level) {
    byte[] lungs = level.current().plane().lungs();
    int at = 0;
    while (lungs[at] == 0) {
      at++;
    }
    return at;
  }

  private static ComparisonPictures pictures(ComparedFindings findings) {
    return new ComparisonPictures(findings, Wording.in(Language.ENGLISH), LETTERING);
  }

  private static LesionLife life(ComparedFindings findings, int identity) {
    return LesionLife.of(findings, findings.comparison().lesions().get(identity - 1));
  }

  private static int level(ComparedFindings findings, int identity) {
    var geometry = ChestView.of(findings.current()).geometry();
    return (int) Math.round(geometry.index(life(findings, identity).place()).k());
  }

  private static int extentAt(MatchedChests chests, PatientPoint place) {
    var index = chests.view().geometry().index(place);
    var box = chests.levels().box();
    var image = ChangeColours.extent(chests.axial((int) Math.round(index.k())));
    return image.getRGB(
            (int) Math.round(index.i()) - box.firstI(), (int) Math.round(index.j()) - box.firstJ())
        & 0xFFFFFF;
  }

  private static int rgb(Color colour) {
    return colour.getRGB() & 0xFFFFFF;
  }

  private static int coloured(BufferedImage image) {
    int count = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        count += image.getRGB(x, y) >>> 24 == 0 ? 0 : 1;
      }
    }
    return count;
  }

  private static int count(BufferedImage image, int rgb) {
    int count = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        count += image.getRGB(x, y) >>> 24 != 0 && (image.getRGB(x, y) & 0xFFFFFF) == rgb ? 1 : 0;
      }
    }
    return count;
  }

  private static int share(BufferedImage image, Color colour, int from, int to) {
    int count = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = from; x < to; x++) {
        count += (image.getRGB(x, y) & 0xFFFFFF) == rgb(colour) ? 1 : 0;
      }
    }
    return count;
  }

  private static double[] centre(BufferedImage image, Color colour) {
    double sumX = 0;
    double sumY = 0;
    int count = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        if ((image.getRGB(x, y) & 0xFFFFFF) == rgb(colour)) {
          sumX += x;
          sumY += y;
          count++;
        }
      }
    }
    return new double[] {sumX / count, sumY / count};
  }
}
