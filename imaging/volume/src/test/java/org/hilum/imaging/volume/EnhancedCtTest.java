package org.hilum.imaging.volume;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.dicom.DataSetBuilder;
import org.hilum.imaging.dicom.Instance;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.dicom.Uid;
import org.hilum.imaging.dicom.Vr;
import org.hilum.imaging.volume.VolumeResult.VolumeBuilt;
import org.hilum.imaging.volume.VolumeResult.VolumeRefused;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EnhancedCtTest {

  private static final int FRAMES = DrawnSeries.SLICES;

  /** The frames of the plain series in one object, head first, rescale shared or per frame. */
  private static DataSetBuilder enhanced(String sopClass, boolean rescalePerFrame) {
    var pixels = new ByteArrayOutputStream();
    var groups = new ArrayList<DataSet>();
    for (int frame = 0; frame < FRAMES; frame++) {
      int k = FRAMES - 1 - frame;
      int plus = rescalePerFrame ? 1024 + frame : 1024;
      pixels.writeBytes(DrawnSeries.stored(DrawnSeries.anatomy(k), plus));
      var group =
          DataSet.builder()
              .items(
                  Tag.PLANE_POSITION_SEQUENCE,
                  DataSet.builder()
                      .decimal(Tag.IMAGE_POSITION_PATIENT, -140, -140, -100 + k * 6)
                      .build());
      groups.add((rescalePerFrame ? rescaled(group, -plus) : group).build());
    }
    var shared =
        DataSet.builder()
            .items(
                Tag.PLANE_ORIENTATION_SEQUENCE,
                DataSet.builder().decimal(Tag.IMAGE_ORIENTATION_PATIENT, 1, 0, 0, 0, 1, 0).build())
            .items(
                Tag.PIXEL_MEASURES_SEQUENCE,
                DataSet.builder().decimal(Tag.PIXEL_SPACING, 40, 40).build());
    return DrawnSeries.slice(0)
        .uid(Tag.SOP_CLASS_UID, new Uid(sopClass))
        .remove(Tag.IMAGE_POSITION_PATIENT)
        .remove(Tag.IMAGE_ORIENTATION_PATIENT)
        .remove(Tag.PIXEL_SPACING)
        .remove(Tag.RESCALE_SLOPE)
        .remove(Tag.RESCALE_INTERCEPT)
        .integerString(Tag.NUMBER_OF_FRAMES, FRAMES)
        .items(
            Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE,
            (rescalePerFrame ? shared : rescaled(shared, -1024)).build())
        .items(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE, groups)
        .bytes(Tag.PIXEL_DATA, Vr.OW, pixels.toByteArray());
  }

  private static DataSetBuilder rescaled(DataSetBuilder group, double intercept) {
    return group.items(
        Tag.PIXEL_VALUE_TRANSFORMATION_SEQUENCE,
        DataSet.builder()
            .decimal(Tag.RESCALE_SLOPE, 1)
            .decimal(Tag.RESCALE_INTERCEPT, intercept)
            .text(Tag.RESCALE_TYPE, Vr.LO, "HU")
            .build());
  }

  private static VolumeResult build(DataSetBuilder object) {
    List<Instance> instances = List.of(DrawnSeries.instance(object));
    return VolumeBuilder.build(instances, done -> {});
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.2.840.10008.5.1.4.1.1.2.1", "1.2.840.10008.5.1.4.1.1.2.2"})
  void gives_the_same_volume_as_single_frames(String sopClass) {
    var single = (VolumeBuilt) VolumeBuilder.build(DrawnSeries.plain(), done -> {});
    var result = build(enhanced(sopClass, false));
    assertThat(result).isInstanceOf(VolumeBuilt.class);
    var built = (VolumeBuilt) result;
    assertThat(built.volume().geometry()).isEqualTo(single.volume().geometry());
    assertThat(built.volume().hu()).isDeepEqualTo(single.volume().hu());
  }

  @Test
  void frames_are_known_by_their_number_from_feet_to_head() {
    var built = (VolumeBuilt) build(enhanced("1.2.840.10008.5.1.4.1.1.2.1", false));
    assertThat(built.source().orElseThrow().slices())
        .extracting(SourceSlice::frameNumber)
        .startsWith(FRAMES, FRAMES - 1)
        .endsWith(1);
  }

  @Test
  void rescale_may_differ_from_frame_to_frame() {
    var single = (VolumeBuilt) VolumeBuilder.build(DrawnSeries.plain(), done -> {});
    var built = (VolumeBuilt) build(enhanced("1.2.840.10008.5.1.4.1.1.2.1", true));
    assertThat(built.volume().hu()).isDeepEqualTo(single.volume().hu());
  }

  @Test
  void more_frames_declared_than_described_are_refused() {
    var result =
        build(
            enhanced("1.2.840.10008.5.1.4.1.1.2.1", false)
                .items(
                    Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE,
                    List.of(DataSet.builder().build(), DataSet.builder().build())));
    assertThat(result).isInstanceOf(VolumeRefused.class);
    assertThat(((VolumeRefused) result).reasons())
        .extracting(reason -> reason.code().code())
        .containsExactly("VOL-022");
  }

  @Test
  void a_frame_without_place_is_named() {
    var object = enhanced("1.2.840.10008.5.1.4.1.1.2.1", false);
    var groups = new ArrayList<>(object.build().items(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE));
    groups.set(4, DataSet.builder().build());
    var result = build(object.items(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE, groups));
    assertThat(((VolumeRefused) result).reasons().getFirst())
        .satisfies(
            reason -> {
              assertThat(reason.code().code()).isEqualTo("VOL-008");
              assertThat(reason.where()).isEqualTo("instance number 1, frame 5");
            });
  }
}
