package org.hilum.imaging.volume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hilum.imaging.volume.DrawnSeries.SIZE;
import static org.hilum.imaging.volume.DrawnSeries.SLICES;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.hilum.imaging.dicom.DataSetBuilder;
import org.hilum.imaging.dicom.Instance;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.dicom.Uid;
import org.hilum.imaging.dicom.Vr;
import org.hilum.imaging.vocabulary.Reason;
import org.hilum.imaging.volume.VolumeResult.VolumeBuilt;
import org.hilum.imaging.volume.VolumeResult.VolumeRefused;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class VolumeBuilderTest {

  private static VolumeResult build(List<Instance> instances) {
    return VolumeBuilder.build(instances, done -> {});
  }

  private static VolumeBuilt built(List<Instance> instances) {
    var result = build(instances);
    assertThat(result).isInstanceOf(VolumeBuilt.class);
    return (VolumeBuilt) result;
  }

  private static List<Reason> refusals(List<Instance> instances) {
    var result = build(instances);
    assertThat(result).isInstanceOf(VolumeRefused.class);
    return ((VolumeRefused) result).reasons();
  }

  private static List<String> codes(List<Reason> reasons) {
    return reasons.stream().map(reason -> reason.code().code()).toList();
  }

  private static short[][] anatomy(int slices) {
    var hu = new short[slices][];
    for (int k = 0; k < slices; k++) {
      hu[k] = DrawnSeries.anatomy(k);
    }
    return hu;
  }

  private static List<Instance> without(List<Instance> all, int from, int to) {
    var some = new ArrayList<>(all.subList(0, from));
    some.addAll(all.subList(to, all.size()));
    return some;
  }

  private interface Change {
    DataSetBuilder at(int k, DataSetBuilder slice);
  }

  private static List<Instance> changed(Change change) {
    return DrawnSeries.series(SLICES, k -> change.at(k, DrawnSeries.slice(k)));
  }

  private static List<Instance> with(List<Instance> all, DataSetBuilder one) {
    var more = new ArrayList<>(all);
    more.add(DrawnSeries.instance(one));
    return more;
  }

  @Nested
  class A_plain_series {

    @Test
    void becomes_hounsfield_units_in_order_from_feet_to_head() {
      var built = built(DrawnSeries.plain());
      assertThat(built.volume().hu()).isDeepEqualTo(anatomy(SLICES));
      assertThat(built.volume().geometry().point(0, 0, 0))
          .isEqualTo(new PatientPoint(-140, -140, -100));
      assertThat(built.volume().geometry().kDirection()).isEqualTo(new Vector3(0, 0, 1));
      assertThat(built.volume().geometry().kSpacingMm()).isEqualTo(6, within(1e-9));
      assertThat(built.volume().spacingKnown()).isTrue();
      assertThat(codes(built.deviations())).containsExactly("VOL-046");
    }

    @Test
    void is_the_same_in_any_order_of_files() {
      var shuffled = new ArrayList<>(DrawnSeries.plain());
      Collections.shuffle(shuffled, new Random(5));
      var built = built(shuffled);
      assertThat(built.volume().hu()).isDeepEqualTo(anatomy(SLICES));
      assertThat(built.source().orElseThrow().slices())
          .extracting(SourceSlice::sopInstanceUid)
          .startsWith(new Uid("1.2.3.1.1"), new Uid("1.2.3.1.2"))
          .hasSize(SLICES);
      assertThat(built.source().orElseThrow().header().text(Tag.SOP_INSTANCE_UID))
          .contains("1.2.3.1.1");
    }

    @Test
    void scanned_prone_gives_the_same_canonical_voxels() {
      var supine = built(DrawnSeries.plain()).volume();
      var prone =
          built(
                  changed(
                      (k, slice) ->
                          slice
                              .decimal(Tag.IMAGE_ORIENTATION_PATIENT, -1, 0, 0, 0, -1, 0)
                              .decimal(Tag.IMAGE_POSITION_PATIENT, 140, 140, -100 + k * 6)
                              .bytes(
                                  Tag.PIXEL_DATA,
                                  Vr.OW,
                                  DrawnSeries.stored(turned(DrawnSeries.anatomy(k)), 1024))))
              .volume();
      var order = CanonicalOrder.of(prone.geometry());
      assertThat(order.isIdentity()).isFalse();
      assertThat(order.toCanonical(prone.hu())).isDeepEqualTo(supine.hu());
      assertThat(order.geometry().origin().minus(supine.geometry().origin()).length())
          .isLessThan(1e-9);
    }

    private static short[] turned(short[] hu) {
      var turned = new short[hu.length];
      for (int n = 0; n < hu.length; n++) {
        turned[n] = hu[hu.length - 1 - n];
      }
      return turned;
    }

    @Test
    void listed_from_head_to_feet_with_a_downward_normal_keeps_left_on_the_left() {
      var mirrored =
          built(
                  changed(
                      (k, slice) ->
                          slice
                              .decimal(Tag.IMAGE_ORIENTATION_PATIENT, -1, 0, 0, 0, 1, 0)
                              .decimal(Tag.IMAGE_POSITION_PATIENT, 140, -140, -100 + k * 6)))
              .volume();
      assertThat(mirrored.geometry().isRightHanded()).isTrue();
      assertThat(mirrored.geometry().kDirection().z()).isEqualTo(-1);
      assertThat(mirrored.geometry().point(0, 3, 6).x()).isEqualTo(-100, within(1e-9));
      assertThat(mirrored.hu()[0][3 * SIZE + 6]).isEqualTo((short) 400);
    }

    @Test
    void rescaled_differently_in_each_slice_is_rescaled_in_each() {
      var built =
          built(
              changed(
                  (k, slice) ->
                      slice
                          .decimal(Tag.RESCALE_INTERCEPT, -1024 - 10 * (k % 3))
                          .bytes(
                              Tag.PIXEL_DATA,
                              Vr.OW,
                              DrawnSeries.stored(DrawnSeries.anatomy(k), 1024 + 10 * (k % 3)))));
      assertThat(built.volume().hu()).isDeepEqualTo(anatomy(SLICES));
    }

    @Test
    void with_a_fractional_slope_is_rounded_to_whole_units() {
      var built = built(changed((k, slice) -> slice.decimal(Tag.RESCALE_SLOPE, 1.0005)));
      assertThat(built.volume().hu()[0][3 * SIZE + 6]).isEqualTo((short) 401);
    }

    @Test
    void with_padding_reads_it_as_air_and_says_so() {
      var hu = DrawnSeries.anatomy(0);
      hu[0] = -976;
      var built =
          built(
              changed(
                  (k, slice) -> {
                    var padded = slice.unsignedShort(Tag.PIXEL_PADDING_VALUE, 48);
                    return k == 0
                        ? padded.bytes(Tag.PIXEL_DATA, Vr.OW, DrawnSeries.stored(hu, 1024))
                        : padded;
                  }));
      assertThat(built.volume().hu()[0][0]).isEqualTo((short) -1024);
      assertThat(codes(built.deviations())).contains("VOL-044");
    }

    @Test
    void with_contrast_agent_says_so() {
      var built =
          built(changed((k, slice) -> slice.text(Tag.CONTRAST_BOLUS_AGENT, Vr.LO, "IOHEXOL")));
      assertThat(codes(built.deviations())).contains("VOL-043");
    }

    @Test
    void tilted_by_twenty_degrees_stays_sheared_and_says_so() {
      double tilt = Math.toRadians(20);
      var built =
          built(
              changed(
                  (k, slice) ->
                      slice.decimal(
                          Tag.IMAGE_ORIENTATION_PATIENT,
                          1,
                          0,
                          0,
                          0,
                          Math.cos(tilt),
                          Math.sin(tilt))));
      var geometry = built.volume().geometry();
      assertThat(geometry.tiltDegrees()).isEqualTo(20, within(0.01));
      assertThat(geometry.kDirection()).isEqualTo(new Vector3(0, 0, 1));
      assertThat(geometry.voxelMl()).isEqualTo(40 * 40 * 6 * Math.cos(tilt) / 1000, within(1e-4));
      assertThat(codes(built.deviations())).contains("VOL-042");
    }
  }

  @Nested
  class Refuses {

    @Test
    void a_missing_slice_and_says_where() {
      var reasons = refusals(without(DrawnSeries.plain(), 20, 22));
      assertThat(codes(reasons)).containsExactly("VOL-003");
      assertThat(reasons.getFirst().message()).contains("2 slices are missing").contains("again");
      assertThat(reasons.getFirst().where())
          .contains("2 between z 14.0 mm and z 32.0 mm")
          .contains("instance number 20 and instance number 23");
    }

    @Test
    void uneven_spacing() {
      var reasons =
          refusals(
              changed(
                  (k, slice) ->
                      slice.decimal(
                          Tag.IMAGE_POSITION_PATIENT, -140, -140, k == 9 ? -44 : -100 + k * 6)));
      assertThat(codes(reasons)).containsExactly("VOL-004");
      assertThat(reasons.getFirst().where()).contains("instance number 10");
    }

    @Test
    void spacing_that_changes_slowly() {
      var reasons =
          refusals(
              changed(
                  (k, slice) ->
                      slice.decimal(
                          Tag.IMAGE_POSITION_PATIENT,
                          -140,
                          -140,
                          -100 + k * 6 + (k > 20 ? (k - 20) * 0.09 : 0))));
      assertThat(codes(reasons)).containsExactly("VOL-004");
      assertThat(reasons.getFirst().message()).contains("drifts");
    }

    @Test
    void five_slices() {
      var reasons = refusals(DrawnSeries.plain().subList(0, 5));
      assertThat(codes(reasons)).containsExactly("VOL-001");
    }

    @Test
    void a_chest_cut_short() {
      var reasons = refusals(DrawnSeries.plain().subList(0, 20));
      assertThat(codes(reasons)).containsExactly("VOL-002");
      assertThat(reasons.getFirst().message()).contains("120 mm");
    }

    @Test
    void a_tilt_beyond_thirty_degrees() {
      double tilt = Math.toRadians(35);
      var reasons =
          refusals(
              changed(
                  (k, slice) ->
                      slice.decimal(
                          Tag.IMAGE_ORIENTATION_PATIENT,
                          1,
                          0,
                          0,
                          0,
                          Math.cos(tilt),
                          Math.sin(tilt))));
      assertThat(codes(reasons)).containsExactly("VOL-013");
    }

    @Test
    void two_orientations_in_one_series() {
      var reasons =
          refusals(
              changed(
                  (k, slice) ->
                      k < 6
                          ? slice.decimal(Tag.IMAGE_ORIENTATION_PATIENT, 1, 0, 0, 0, 0, -1)
                          : slice));
      assertThat(codes(reasons)).containsExactly("VOL-005");
    }

    @Test
    void two_pixel_spacings_in_one_series() {
      var reasons =
          refusals(
              changed((k, slice) -> k == 7 ? slice.decimal(Tag.PIXEL_SPACING, 40, 41) : slice));
      assertThat(codes(reasons)).containsExactly("VOL-006");
      assertThat(reasons.getFirst().where()).isEqualTo("instance number 8");
    }

    @Test
    void different_images_at_one_position() {
      var other =
          DrawnSeries.slice(7)
              .uid(Tag.SOP_INSTANCE_UID, new Uid("1.2.3.1.100"))
              .bytes(Tag.PIXEL_DATA, Vr.OW, DrawnSeries.stored(DrawnSeries.anatomy(8), 1024));
      var reasons = refusals(with(DrawnSeries.plain(), other));
      assertThat(codes(reasons)).containsExactly("VOL-007");
    }

    @Test
    void a_shift_of_the_table() {
      var reasons =
          refusals(
              changed(
                  (k, slice) ->
                      k == 12
                          ? slice.decimal(Tag.IMAGE_POSITION_PATIENT, -150, -140, -100 + k * 6)
                          : slice));
      assertThat(codes(reasons)).containsExactly("VOL-021");
    }

    @Test
    void a_localizer_alone() {
      var reasons =
          refusals(
              changed(
                  (k, slice) ->
                      slice.text(Tag.IMAGE_TYPE, Vr.CS, "ORIGINAL", "PRIMARY", "LOCALIZER")));
      assertThat(codes(reasons)).containsExactly("VOL-014");
    }

    @Test
    void a_maximum_intensity_projection() {
      var reasons =
          refusals(
              changed(
                  (k, slice) -> slice.text(Tag.IMAGE_TYPE, Vr.CS, "DERIVED", "SECONDARY", "MIP")));
      assertThat(codes(reasons)).containsExactly("VOL-019");
    }

    @Test
    void values_that_are_not_hounsfield_units() {
      var reasons = refusals(changed((k, slice) -> slice.decimal(Tag.RESCALE_INTERCEPT, 0)));
      assertThat(codes(reasons)).containsExactly("VOL-012");
    }

    @Test
    void another_quantity() {
      var reasons = refusals(changed((k, slice) -> slice.text(Tag.RESCALE_TYPE, Vr.LO, "Z_EFF")));
      assertThat(codes(reasons)).containsExactly("VOL-020");
    }

    @Test
    void slices_without_rescale_and_counts_them() {
      var reasons =
          refusals(changed((k, slice) -> k < 30 ? slice.remove(Tag.RESCALE_SLOPE) : slice));
      assertThat(codes(reasons)).contains("VOL-011");
      assertThat(reasons.getFirst().message()).contains("(30 slices)");
      assertThat(reasons.getFirst().where()).startsWith("instance number 1;").endsWith("…");
    }

    @Test
    void one_slice_without_position_spacing_and_orientation_all_at_once_by_its_number() {
      var reasons =
          refusals(
              changed(
                  (k, slice) ->
                      k == 3
                          ? slice
                              .remove(Tag.IMAGE_POSITION_PATIENT)
                              .remove(Tag.IMAGE_ORIENTATION_PATIENT)
                              .remove(Tag.PIXEL_SPACING)
                          : slice));
      assertThat(codes(reasons)).contains("VOL-008", "VOL-009", "VOL-010");
      assertThat(reasons.subList(0, 3))
          .allSatisfy(each -> assertThat(each.where()).isEqualTo("instance number 4"));
    }

    @Test
    void an_attribute_that_is_no_number() {
      var reasons =
          refusals(
              changed(
                  (k, slice) ->
                      k == 3 ? slice.text(Tag.PIXEL_SPACING, Vr.DS, "forty", "forty") : slice));
      assertThat(codes(reasons)).contains("VOL-015");
    }

    @Test
    void nothing() {
      assertThat(codes(refusals(List.of()))).containsExactly("VOL-024");
    }
  }

  @Nested
  class Leaves_out {

    @Test
    void an_identical_image_at_the_same_position() {
      var again = DrawnSeries.slice(7).uid(Tag.SOP_INSTANCE_UID, new Uid("1.2.3.1.100"));
      var built = built(with(DrawnSeries.plain(), again));
      assertThat(built.volume().hu()).isDeepEqualTo(anatomy(SLICES));
      assertThat(codes(built.deviations())).contains("VOL-041");
    }

    @Test
    void a_localizer_inside_the_series() {
      var localizer =
          DrawnSeries.slice(7)
              .uid(Tag.SOP_INSTANCE_UID, new Uid("1.2.3.1.100"))
              .text(Tag.IMAGE_TYPE, Vr.CS, "ORIGINAL", "PRIMARY", "LOCALIZER");
      var built = built(with(DrawnSeries.plain(), localizer));
      assertThat(built.volume().hu()).isDeepEqualTo(anatomy(SLICES));
      assertThat(codes(built.deviations())).contains("VOL-040");
    }

    @Test
    void a_single_image_in_another_plane() {
      var coronal =
          DrawnSeries.slice(7)
              .uid(Tag.SOP_INSTANCE_UID, new Uid("1.2.3.1.100"))
              .decimal(Tag.IMAGE_ORIENTATION_PATIENT, 1, 0, 0, 0, 0, -1);
      var built = built(with(DrawnSeries.plain(), coronal));
      assertThat(codes(built.deviations())).contains("VOL-047");
    }
  }
}
