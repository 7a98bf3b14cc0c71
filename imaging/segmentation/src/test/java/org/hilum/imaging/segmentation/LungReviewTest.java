package org.hilum.imaging.segmentation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hilum.imaging.phantom.Ellipsoid;
import org.hilum.imaging.phantom.ScanGrid;
import org.hilum.imaging.phantom.TwoLungPhantom;
import org.hilum.imaging.segmentation.SegmentationResult.SegmentationRefused;
import org.hilum.imaging.segmentation.SegmentationResult.Segmented;
import org.hilum.imaging.vocabulary.Reason;
import org.hilum.imaging.volume.CtVolume;
import org.hilum.imaging.volume.PatientPoint;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What is said about lungs that were found, with drawn chests and a network by hand. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LungReviewTest {

  private static final TwoLungPhantom CHEST = TwoLungPhantom.healthy();
  private static final PatientPoint MIDDLE = new PatientPoint(0, 0, 0);

  /** Slices 3 mm apart, as the network by hand was validated for. */
  private static ScanGrid scan(int slices, double z) {
    return ScanGrid.axial(100, 76, slices, 3.6, 3).about(new PatientPoint(0, 0, z));
  }

  private static SegmentationResult segment(CtVolume volume) {
    try (var segmenter = Cards.byHand(SegmentationSettings.standard())) {
      return segmenter.segment(volume, done -> {});
    }
  }

  private static List<Object> remarks(CtVolume volume) {
    var result = segment(volume);
    assertThat(result).isInstanceOf(Segmented.class);
    return codes(((Segmented) result).segmentation().remarks());
  }

  private static List<Object> refusals(CtVolume volume) {
    var result = segment(volume);
    assertThat(result).isInstanceOf(SegmentationRefused.class);
    return codes(((SegmentationRefused) result).reasons());
  }

  private static List<Object> codes(List<Reason> reasons) {
    return reasons.stream().map(reason -> (Object) reason.code()).toList();
  }

  private static CtVolume drawn(TwoLungPhantom chest, ScanGrid scan) {
    return chest.draw(scan.geometry()).volume();
  }

  @Nested
  class a_whole_chest {

    @Test
    void needs_no_remark() {
      assertThat(remarks(drawn(CHEST, scan(80, 0)))).isEmpty();
    }

    @Test
    void with_opacity_says_that_the_density_cut_was_not_validated() {
      var ill = CHEST.withGroundGlass(new PatientPoint(75, 0, 0), 25);

      assertThat(remarks(drawn(ill, scan(80, 0))))
          .containsExactly(SegmentationReason.DENSITY_CUT_NOT_VALIDATED);
    }
  }

  @Nested
  class a_chest_cut_off {

    @Test
    void at_the_top_says_so() {
      assertThat(remarks(drawn(CHEST, scan(50, -60))))
          .containsExactly(SegmentationReason.CUT_AT_TOP);
    }

    @Test
    void at_the_bottom_says_so() {
      assertThat(remarks(drawn(CHEST, scan(50, 60))))
          .containsExactly(SegmentationReason.CUT_AT_BOTTOM);
    }

    @Test
    void at_the_side_says_so() {
      var narrow = ScanGrid.axial(70, 76, 80, 3.6, 3).about(new PatientPoint(30, 0, 0));

      assertThat(remarks(drawn(CHEST, narrow))).contains(SegmentationReason.CUT_AT_SIDE);
    }

    @Test
    void to_a_few_slices_is_refused() {
      assertThat(refusals(drawn(CHEST, scan(6, 0))))
          .containsExactly(SegmentationReason.TOO_LITTLE_LUNG);
    }
  }

  @Nested
  class lungs {

    @Test
    void of_which_one_is_missing_are_said_to_be_one() {
      var speck = new Ellipsoid(new PatientPoint(0, 0, 900), 1, 1, 1);
      var one = new TwoLungPhantom(CHEST.body(), CHEST.leftLung(), speck, List.of());

      assertThat(remarks(drawn(one, scan(80, 0)))).containsExactly(SegmentationReason.ONE_LUNG);
    }

    @Test
    void larger_than_any_persons_are_refused() {
      var stretched = ScanGrid.axial(100, 76, 80, 9, 9);
      var giant =
          new TwoLungPhantom(
              new Ellipsoid(MIDDLE, 412, 275, 5000),
              new Ellipsoid(new PatientPoint(188, 0, 0), 125, 175, 330),
              new Ellipsoid(new PatientPoint(-188, 0, 0), 125, 175, 330),
              List.of());

      assertThat(refusals(drawn(giant, stretched)))
          .containsExactly(SegmentationReason.IMPLAUSIBLE_VOLUME);
    }

    @Test
    void smaller_than_an_adults_are_remarked_on() {
      var child =
          new TwoLungPhantom(
              new Ellipsoid(MIDDLE, 110, 75, 2000),
              new Ellipsoid(new PatientPoint(50, 0, 0), 33, 45, 60),
              new Ellipsoid(new PatientPoint(-50, 0, 0), 33, 45, 60),
              List.of());

      assertThat(remarks(drawn(child, ScanGrid.axial(100, 76, 60, 2.4, 3))))
          .containsExactly(SegmentationReason.SMALL_LUNGS);
    }
  }

  @Nested
  class spacing {

    @Test
    void outside_the_networks_range_is_remarked_on() {
      assertThat(remarks(drawn(CHEST, ScanGrid.axial(100, 76, 30, 3.6, 8))))
          .containsExactly(SegmentationReason.SLICE_SPACING_OUTSIDE_RANGE);
    }

    @Test
    void that_is_thin_is_within_it_when_every_so_many_slices_are_run() {
      assertThat(remarks(drawn(CHEST, ScanGrid.axial(64, 48, 240, 5.6, 1)))).isEmpty();
    }

    @Test
    void that_is_not_known_is_not_judged() {
      var known = drawn(CHEST, ScanGrid.axial(100, 76, 30, 3.6, 8));

      assertThat(remarks(new CtVolume(known.geometry(), known.hu(), false))).isEmpty();
    }
  }

  @Test
  void noise_beyond_what_the_network_was_trained_with_is_remarked_on() {
    var quiet = drawn(CHEST, ScanGrid.axial(256, 180, 80, 1.4, 3));
    var random = new java.util.Random(11);
    for (var slice : quiet.hu()) {
      for (int voxel = 0; voxel < slice.length; voxel++) {
        slice[voxel] += (short) Math.round(120 * random.nextGaussian());
      }
    }

    var result = segment(quiet);

    assertThat(result).isInstanceOf(Segmented.class);
    assertThat(codes(((Segmented) result).segmentation().remarks()))
        .contains(SegmentationReason.NOISY);
  }

  @Nested
  class features {

    private static final FeatureSpace SPACE =
        FeatureSpace.read(
            "{\"mean\": [1, 0], \"components\": [[1, 0]], \"scale\": [0.5]}".getBytes(UTF_8),
            "features.json",
            3);

    @Test
    void near_those_of_the_training_scans_need_no_remark() {
      assertThat(ScopeReview.ofFeatures(SPACE, new float[] {2.4f, 9})).isEmpty();
    }

    @Test
    void far_from_them_are_remarked_on_with_the_distance() {
      assertThat(ScopeReview.ofFeatures(SPACE, new float[] {3, 0}))
          .singleElement()
          .satisfies(
              remark -> {
                assertThat(remark.code()).isEqualTo(SegmentationReason.UNLIKE_TRAINING);
                assertThat(remark.message()).contains("distance 4.0, limit 3.0");
              });
    }

    @Test
    void that_the_network_does_not_give_say_nothing() {
      assertThat(ScopeReview.ofFeatures(SPACE, new float[0])).isEmpty();
    }
  }

  @Test
  void grey_levels_that_are_off_are_remarked_on() {
    var shifted = drawn(CHEST, scan(80, 0));
    for (var slice : shifted.hu()) {
      for (int voxel = 0; voxel < slice.length; voxel++) {
        slice[voxel] = slice[voxel] == -1000 ? -920 : slice[voxel];
      }
    }
    assertThat(remarks(shifted)).contains(SegmentationReason.GREY_LEVELS_OFF);
  }

  @Test
  void every_code_is_unlike_the_others_and_says_what_it_means() {
    assertThat(SegmentationReason.values())
        .extracting(SegmentationReason::code)
        .doesNotHaveDuplicates()
        .allMatch(code -> code.matches("SEG-\\d{3}"));
    assertThat(SegmentationReason.values())
        .allSatisfy(reason -> assertThat(reason.meaning()).endsWith("."));
  }
}
