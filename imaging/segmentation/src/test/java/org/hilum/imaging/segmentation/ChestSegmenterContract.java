package org.hilum.imaging.segmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.hilum.imaging.phantom.Ellipsoid;
import org.hilum.imaging.phantom.ScanGrid;
import org.hilum.imaging.phantom.SlicePlane;
import org.hilum.imaging.phantom.TwoLungPhantom;
import org.hilum.imaging.segmentation.SegmentationResult.SegmentationRefused;
import org.hilum.imaging.segmentation.SegmentationResult.Segmented;
import org.hilum.imaging.vocabulary.Reason;
import org.hilum.imaging.vocabulary.Side;
import org.hilum.imaging.volume.CtVolume;
import org.hilum.imaging.volume.PatientPoint;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every segmenter does with a drawn chest, whatever network it uses. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
abstract class ChestSegmenterContract {

  static final TwoLungPhantom CHEST =
      TwoLungPhantom.healthy().withGroundGlass(new PatientPoint(75, 10, 20), 28);

  /** A scan of the whole chest: 26 slices, 10 mm apart. */
  static final ScanGrid SCAN = ScanGrid.axial(128, 96, 26, 2.75, 10);

  /** How far a segmenter's lung volume may lie from the drawn one, in percent. */
  abstract double lungTolerancePercent();

  /** How far the volumes of a mirrored chest may lie from the chest's, in percent. */
  abstract double mirrorTolerancePercent();

  abstract ChestSegmenter segmenter(SegmentationSettings settings);

  final ChestSegmentation segmented(CtVolume volume) {
    return segmented(volume, SegmentationSettings.standard());
  }

  private ChestSegmentation segmented(CtVolume volume, SegmentationSettings settings) {
    try (var segmenter = segmenter(settings)) {
      var result = segmenter.segment(volume, done -> {});
      assertThat(result).isInstanceOf(Segmented.class);
      return ((Segmented) result).segmentation();
    }
  }

  static CtVolume drawn(TwoLungPhantom chest, ScanGrid scan) {
    return chest.draw(scan.geometry()).volume();
  }

  @Nested
  class finds_lungs {

    @ParameterizedTest
    @EnumSource(Side.class)
    void as_large_as_drawn_on_the_patients_own_side(Side side) {
      var drawing = CHEST.draw(SCAN.geometry());
      long truth = drawing.lungs().count(LungLabel.of(side));

      long found = segmented(drawing.volume()).lungs().count(LungLabel.of(side));

      assertThat(100.0 * Math.abs(found - truth) / truth)
          .as("%s lung, percent off its %d voxels", side, truth)
          .isLessThan(lungTolerancePercent());
    }

    @Test
    void and_opacity_only_inside_them() {
      var chest = segmented(drawn(CHEST, SCAN));

      for (int k = 0; k < chest.lungs().labels().length; k++) {
        for (int voxel = 0; voxel < chest.lungs().labels()[k].length; voxel++) {
          if (chest.opacity().labels()[k][voxel] != 0) {
            assertThat(chest.lungs().labels()[k][voxel]).isNotZero();
          }
        }
      }
    }

    @Test
    void and_names_the_network_that_found_them() {
      assertThat(segmented(drawn(CHEST, SCAN)).networks())
          .hasSize(1)
          .allSatisfy(network -> assertThat(network.sha256()).hasSize(64));
    }
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void a_mirrored_patient_has_the_other_lung_on_each_side(Side side) {
    var upright = segmented(drawn(CHEST, SCAN)).lungs();
    var mirrored = segmented(drawn(CHEST.mirrored(), SCAN)).lungs();

    long lung = upright.count(LungLabel.of(side));
    long image = mirrored.count(LungLabel.of(side.mirrored()));

    assertThat(100.0 * Math.abs(image - lung) / lung)
        .as("%s lung and its mirror image, percent apart", side)
        .isLessThanOrEqualTo(mirrorTolerancePercent());
  }

  @Nested
  class gives_the_same_masks {

    @ParameterizedTest
    @EnumSource(SlicePlane.class)
    void however_the_voxels_are_ordered(SlicePlane plane) {
      var upright = drawn(CHEST, SCAN);
      var expected = segmented(upright);
      var reordered = Reordering.of(upright, plane);

      var found = segmented(reordered);

      assertThat(Reordering.back(found.lungs(), upright.geometry()))
          .isDeepEqualTo(expected.lungs().labels());
      assertThat(Reordering.back(found.opacity(), upright.geometry()))
          .isDeepEqualTo(expected.opacity().labels());
    }

    @Test
    void with_one_worker_and_with_three() {
      var volume = drawn(CHEST, SCAN);

      var one = segmented(volume, SegmentationSettings.standard().withWorkers(1));
      var three = segmented(volume, SegmentationSettings.standard().withWorkers(3));

      assertThat(three.lungs().labels()).isDeepEqualTo(one.lungs().labels());
      assertThat(three.opacity().labels()).isDeepEqualTo(one.opacity().labels());
    }
  }

  @Nested
  class refuses {

    @Test
    void a_body_without_lungs() {
      var solid = new Ellipsoid(new PatientPoint(0, 0, 400), 1, 1, 1);
      var abdomen = new TwoLungPhantom(CHEST.body(), solid, solid, List.of());

      assertThat(refusals(drawn(abdomen, SCAN)))
          .extracting(reason -> (Object) reason.code())
          .containsExactly(SegmentationReason.NO_LUNGS);
    }

    @Test
    void empty_air() {
      var air = drawn(CHEST, SCAN.about(new PatientPoint(2000, 0, 0)));

      assertThat(refusals(air))
          .extracting(reason -> (Object) reason.code())
          .containsExactly(SegmentationReason.NO_LUNGS);
    }

    private List<Reason> refusals(CtVolume volume) {
      try (var segmenter = segmenter(SegmentationSettings.standard())) {
        var result = segmenter.segment(volume, done -> {});
        assertThat(result).isInstanceOf(SegmentationRefused.class);
        return ((SegmentationRefused) result).reasons();
      }
    }
  }

  @Nested
  class while_it_works {

    @Test
    void tells_progress_up_to_the_end() {
      var told = Collections.synchronizedList(new ArrayList<Double>());
      try (var segmenter = segmenter(SegmentationSettings.standard())) {
        segmenter.segment(drawn(CHEST, SCAN), told::add);
      }

      assertThat(told).hasSizeGreaterThan(5).allMatch(done -> done > 0 && done <= 1);
      assertThat(told.getLast()).isEqualTo(1.0);
    }

    @Test
    void stops_when_its_thread_is_interrupted() {
      try (var segmenter = segmenter(SegmentationSettings.standard())) {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> segmenter.segment(drawn(CHEST, SCAN), done -> {}))
            .isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
      }
    }

    @Test
    void may_be_closed_twice() {
      var segmenter = segmenter(SegmentationSettings.standard());
      segmenter.close();
      segmenter.close();

      assertThat(segmenter).isNotNull();
    }
  }
}
