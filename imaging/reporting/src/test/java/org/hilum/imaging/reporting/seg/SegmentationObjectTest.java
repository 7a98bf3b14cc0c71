package org.hilum.imaging.reporting.seg;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.dicom.Uid;
import org.hilum.imaging.reporting.ChestGrids;
import org.hilum.imaging.reporting.DicomExample;
import org.hilum.imaging.reporting.FindingsExample;
import org.hilum.imaging.reporting.ReadingFindings;
import org.hilum.imaging.reporting.composite.ResultContext;
import org.hilum.imaging.segmentation.ChestSegmentation;
import org.hilum.imaging.volume.LabelRaster;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SegmentationObjectTest {

  private final ReadingFindings findings = DicomExample.diseased();

  @Nested
  class segments {

    @Test
    void are_lungs_ground_glass_and_consolidation_numbered_from_one() {
      var segments = object(findings).items(Tag.SEGMENT_SEQUENCE);
      assertThat(segments.stream().map(item -> item.text(Tag.SEGMENT_LABEL).orElseThrow()))
          .containsExactly("Left lung", "Right lung", "Ground-glass opacity", "Consolidation");
      assertThat(segments.stream().map(item -> item.integer(Tag.SEGMENT_NUMBER).orElseThrow()))
          .containsExactly(1, 2, 3, 4);
    }

    @Test
    void of_lungs_carry_the_patients_side() {
      var segments = object(findings).items(Tag.SEGMENT_SEQUENCE);
      assertThat(side(segments.get(0))).contains("Left");
      assertThat(side(segments.get(1))).contains("Right");
      assertThat(side(segments.get(2))).isEmpty();
    }

    @Test
    void name_the_network_its_version_and_its_hash() {
      var network = findings.segmentation().networks().getFirst();
      for (var segment : object(findings).items(Tag.SEGMENT_SEQUENCE)) {
        var made = segment.item(Tag.SEGMENTATION_ALGORITHM_IDENTIFICATION_SEQUENCE).orElseThrow();
        assertThat(made.text(Tag.ALGORITHM_NAME)).contains(network.name());
        assertThat(made.text(Tag.ALGORITHM_VERSION)).contains(network.version());
        assertThat(made.text(Tag.ALGORITHM_PARAMETERS).orElseThrow()).contains(network.sha256());
      }
    }

    @Test
    void of_lobes_follow_with_their_side_and_what_parted_them() {
      var object = object(DicomExample.lobed(findings));
      var lobes = object.items(Tag.SEGMENT_SEQUENCE).subList(4, 7);
      assertThat(lobes.stream().map(item -> item.text(Tag.SEGMENT_LABEL).orElseThrow()))
          .containsExactly("Left upper lobe", "Left lower lobe", "Right lower lobe");
      assertThat(lobes.stream().map(item -> side(item).orElseThrow()))
          .containsExactly("Left", "Left", "Right");
      for (var lobe : lobes) {
        var made = lobe.item(Tag.SEGMENTATION_ALGORITHM_IDENTIFICATION_SEQUENCE).orElseThrow();
        assertThat(made.text(Tag.ALGORITHM_NAME)).contains(findings.software().name());
        assertThat(made.text(Tag.ALGORITHM_PARAMETERS).orElseThrow()).contains("fissure");
      }
      assertThat(object.text(Tag.IMAGE_COMMENTS).orElseThrow())
          .contains("no fissure parts them: Right upper lobe, Right middle lobe.");
    }

    @Test
    void without_a_voxel_are_absent_and_said_to_be() {
      var clear = object(DicomExample.clear());
      assertThat(clear.items(Tag.SEGMENT_SEQUENCE)).hasSize(2);
      assertThat(clear.text(Tag.SEGMENTS_OVERLAP)).contains("NO");
      assertThat(clear.text(Tag.IMAGE_COMMENTS).orElseThrow())
          .startsWith(ReadingFindings.NOT_A_MEDICAL_DEVICE)
          .contains("Ground-glass opacity: no voxel found")
          .contains("Consolidation: no voxel found");
    }

    @Test
    void of_opacities_without_lungs_are_numbered_from_one_too() {
      var masks = findings.segmentation();
      var lungless =
          FindingsExample.replace(
              findings,
              new ChestSegmentation(
                  LabelRaster.empty(masks.lungs().geometry()),
                  masks.opacity(),
                  Optional.empty(),
                  Optional.empty(),
                  masks.networks(),
                  List.of()));
      var segments = object(lungless).items(Tag.SEGMENT_SEQUENCE);
      assertThat(segments.stream().map(item -> item.integer(Tag.SEGMENT_NUMBER).orElseThrow()))
          .containsExactly(1, 2);
    }

    private Optional<String> side(DataSet segment) {
      return segment
          .item(Tag.SEGMENTED_PROPERTY_TYPE_CODE_SEQUENCE)
          .orElseThrow()
          .item(Tag.SEGMENTED_PROPERTY_TYPE_MODIFIER_CODE_SEQUENCE)
          .flatMap(code -> code.text(Tag.CODE_MEANING));
    }
  }

  @Nested
  class frames {

    @ParameterizedTest
    @EnumSource(ChestGrids.class)
    void lie_where_the_source_image_they_name_lies(ChestGrids grid) {
      var turned = DicomExample.on(DicomExample.odd(grid));
      var geometry = turned.volume().geometry();
      var slices = turned.source().orElseThrow().slices();
      for (var frame : frames(object(turned))) {
        var image =
            frame
                .item(Tag.DERIVATION_IMAGE_SEQUENCE)
                .flatMap(derivation -> derivation.item(Tag.SOURCE_IMAGE_SEQUENCE))
                .orElseThrow();
        var uid = image.uid(Tag.REFERENCED_SOP_INSTANCE_UID).orElseThrow();
        int k = 0;
        while (!slices.get(k).sopInstanceUid().equals(uid)) {
          k++;
        }
        var point = geometry.point(k, 0, 0);
        var position =
            frame
                .item(Tag.PLANE_POSITION_SEQUENCE)
                .orElseThrow()
                .numbers(Tag.IMAGE_POSITION_PATIENT);
        assertThat(position)
            .containsExactly(
                new double[] {point.x(), point.y(), point.z()},
                org.assertj.core.data.Offset.offset(1e-6));
      }
    }

    @Test
    void name_their_frame_of_a_multi_frame_source() {
      var multi = DicomExample.multiFrame(findings);
      int slices = multi.volume().geometry().slices();
      var first = frames(object(multi)).getFirst();
      var image =
          first
              .item(Tag.DERIVATION_IMAGE_SEQUENCE)
              .flatMap(derivation -> derivation.item(Tag.SOURCE_IMAGE_SEQUENCE))
              .orElseThrow();
      int k = SegmentPlan.of(multi.segmentation()).segments().getFirst().slices().getFirst();
      assertThat(image.integer(Tag.REFERENCED_FRAME_NUMBER)).hasValue(slices - k);
      assertThat(
              object(multi)
                  .item(Tag.REFERENCED_SERIES_SEQUENCE)
                  .orElseThrow()
                  .items(Tag.REFERENCED_INSTANCE_SEQUENCE))
          .hasSize(1);
    }

    @Test
    void count_positions_and_segments_from_one_without_a_gap() {
      var values =
          frames(object(findings)).stream()
              .map(frame -> frame.item(Tag.FRAME_CONTENT_SEQUENCE).orElseThrow())
              .map(content -> content.numbers(Tag.DIMENSION_INDEX_VALUES))
              .toList();
      for (int dimension = 0; dimension < 2; dimension++) {
        int which = dimension;
        var occurring = values.stream().mapToInt(value -> (int) value[which]).distinct().sorted();
        var list = occurring.toArray();
        assertThat(list).startsWith(1).endsWith(list.length);
      }
      assertThat(values.stream().map(Arrays::toString)).doesNotHaveDuplicates();
    }

    @Test
    void without_a_voxel_are_left_out() {
      var object = object(findings);
      long withVoxels =
          SegmentPlan.of(findings.segmentation()).segments().stream()
              .mapToLong(planned -> planned.slices().size())
              .sum();
      assertThat(object.integer(Tag.NUMBER_OF_FRAMES)).hasValue((int) withVoxels);
      assertThat(frames(object)).hasSize((int) withVoxels);
      assertThat(withVoxels).isLessThan(4L * findings.volume().geometry().slices());
    }
  }

  @Test
  void the_same_reading_gives_the_same_object() {
    var first = object(findings);
    var again = object(DicomExample.diseased());
    assertThat(again.uid(Tag.SOP_INSTANCE_UID)).isEqualTo(first.uid(Tag.SOP_INSTANCE_UID));
    assertThat(again.element(Tag.PIXEL_DATA).orElseThrow().bytes())
        .isEqualTo(first.element(Tag.PIXEL_DATA).orElseThrow().bytes());
  }

  @Test
  void one_source_image_more_gives_another_object() {
    var source = findings.source().orElseThrow();
    var slices = new java.util.ArrayList<>(source.slices());
    var last = slices.removeLast();
    slices.add(new org.hilum.imaging.volume.SourceSlice(last.sopClassUid(), new Uid("1.2.3"), 0));
    var late =
        DicomExample.with(
            findings,
            Optional.of(new org.hilum.imaging.volume.SourceSeries(source.header(), slices)));
    assertThat(object(late).uid(Tag.SOP_INSTANCE_UID))
        .isNotEqualTo(object(findings).uid(Tag.SOP_INSTANCE_UID));
  }

  @Test
  void a_thickness_that_cannot_be_read_is_not_passed_on() {
    var odd =
        DicomExample.withHeader(
            findings,
            header -> header.text(Tag.SLICE_THICKNESS, org.hilum.imaging.dicom.Vr.DS, "two"));
    var measures =
        object(odd)
            .item(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE)
            .flatMap(shared -> shared.item(Tag.PIXEL_MEASURES_SEQUENCE))
            .orElseThrow();
    assertThat(measures.number(Tag.SLICE_THICKNESS))
        .isEqualTo(measures.number(Tag.SPACING_BETWEEN_SLICES));
  }

  private static List<DataSet> frames(DataSet object) {
    return object.items(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE);
  }

  private static DataSet object(ReadingFindings findings) {
    return SegmentationObject.of(
        ResultContext.of(findings), SegmentPlan.of(findings.segmentation()));
  }
}
