package org.hilum.imaging.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SegmentationReaderTest {

  /** Two frames of 3 rows and 3 columns: nine bits each, so that the second begins in a byte. */
  private static DataSetBuilder binary(byte... pixels) {
    return segmentation("BINARY", 1, pixels, frame(1, 0), frame(2, 5));
  }

  private static DataSetBuilder segmentation(
      String type, int bits, byte[] pixels, DataSet... frames) {
    return DataSet.builder()
        .text(Tag.SPECIFIC_CHARACTER_SET, Vr.CS, "ISO_IR 192")
        .text(Tag.SOP_CLASS_UID, Vr.UI, "1.2.840.10008.5.1.4.1.1.66.4")
        .text(Tag.SOP_INSTANCE_UID, Vr.UI, "2.25.1")
        .text(Tag.FRAME_OF_REFERENCE_UID, Vr.UI, "2.25.7")
        .text(Tag.SEGMENTATION_TYPE, Vr.CS, type)
        .unsignedShort(Tag.SAMPLES_PER_PIXEL, 1)
        .text(Tag.PHOTOMETRIC_INTERPRETATION, Vr.CS, "MONOCHROME2")
        .integerString(Tag.NUMBER_OF_FRAMES, frames.length)
        .unsignedShort(Tag.ROWS, 3)
        .unsignedShort(Tag.COLUMNS, 3)
        .unsignedShort(Tag.BITS_ALLOCATED, bits)
        .unsignedShort(Tag.BITS_STORED, bits)
        .unsignedShort(Tag.HIGH_BIT, bits - 1)
        .unsignedShort(Tag.PIXEL_REPRESENTATION, 0)
        .items(Tag.SEGMENT_SEQUENCE, segment(2, "G-A101"), segment(1, "24028007"))
        .items(
            Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE,
            DataSet.builder()
                .items(
                    Tag.PLANE_ORIENTATION_SEQUENCE,
                    DataSet.builder()
                        .decimal(Tag.IMAGE_ORIENTATION_PATIENT, 1, 0, 0, 0, 1, 0)
                        .build())
                .items(
                    Tag.PIXEL_MEASURES_SEQUENCE,
                    DataSet.builder().decimal(Tag.PIXEL_SPACING, 0.5, 0.75).build())
                .build())
        .items(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE, frames)
        .bytes(Tag.PIXEL_DATA, bits == 16 ? Vr.OW : Vr.OB, pixels);
  }

  private static DataSet segment(int number, String side) {
    var modifier =
        DataSet.builder()
            .text(Tag.CODE_VALUE, Vr.SH, side)
            .text(Tag.CODING_SCHEME_DESIGNATOR, Vr.SH, "SCT")
            .build();
    var type =
        DataSet.builder()
            .text(Tag.CODE_VALUE, Vr.SH, "39607008")
            .text(Tag.CODING_SCHEME_DESIGNATOR, Vr.SH, "SCT")
            .text(Tag.CODE_MEANING, Vr.LO, "Lung")
            .items(Tag.SEGMENTED_PROPERTY_TYPE_MODIFIER_CODE_SEQUENCE, modifier)
            .build();
    return DataSet.builder()
        .unsignedShort(Tag.SEGMENT_NUMBER, number)
        .text(Tag.SEGMENT_LABEL, Vr.LO, "lung " + number)
        .items(Tag.SEGMENTED_PROPERTY_TYPE_CODE_SEQUENCE, type)
        .build();
  }

  private static DataSet frame(int segment, double z) {
    return DataSet.builder()
        .items(
            Tag.SEGMENT_IDENTIFICATION_SEQUENCE,
            DataSet.builder().unsignedShort(Tag.REFERENCED_SEGMENT_NUMBER, segment).build())
        .items(
            Tag.PLANE_POSITION_SEQUENCE,
            DataSet.builder().decimal(Tag.IMAGE_POSITION_PATIENT, 10, 20, z).build())
        .build();
  }

  private static SegmentationParse read(DataSetBuilder object) throws IOException {
    return SegmentationReader.read(DicomWriterTest.parsed(DicomWriterTest.written(object.build())));
  }

  private static StoredSegmentation stored(DataSetBuilder object) throws IOException {
    var parse = read(object);
    assertThat(parse).isInstanceOf(SegmentationParse.Read.class);
    return ((SegmentationParse.Read) parse).segmentation();
  }

  private static List<Integer> inside(BitSet bits) {
    var inside = new ArrayList<Integer>();
    bits.stream().forEach(inside::add);
    return inside;
  }

  @Nested
  class Reads {

    @Test
    void bits_of_frames_that_begin_inside_a_byte() throws IOException {
      // Frame 1: pixels 0 and 8; frame 2: pixels 0 (bit 9) and 7 (bit 16).
      var stored = stored(binary((byte) 0b0000_0001, (byte) 0b0000_0011, (byte) 0b0000_0001));

      assertThat(stored.frames()).hasSize(2);
      assertThat(inside(stored.frames().get(0).inside())).containsExactly(0, 8);
      assertThat(inside(stored.frames().get(1).inside())).containsExactly(0, 7);
    }

    @Test
    void where_each_frame_lies_and_what_it_shows() throws IOException {
      var stored = stored(binary((byte) 1, (byte) 2, (byte) 0));

      var second = stored.frames().get(1);
      assertThat(second.segmentNumber()).isEqualTo(2);
      assertThat(second.positionMm()).containsExactly(10, 20, 5);
      assertThat(second.orientation()).containsExactly(1, 0, 0, 0, 1, 0);
      assertThat(second.rowSpacingMm()).isEqualTo(0.5);
      assertThat(second.columnSpacingMm()).isEqualTo(0.75);
      assertThat(stored.frameOfReferenceUid()).contains(new Uid("2.25.7"));
    }

    @Test
    void segments_in_order_with_their_codes() throws IOException {
      var stored = stored(binary((byte) 1, (byte) 2, (byte) 0));

      assertThat(stored.segments())
          .extracting(StoredSegmentation.Segment::number)
          .containsExactly(1, 2);
      var first = stored.segments().getFirst();
      assertThat(first.label()).isEqualTo("lung 1");
      assertThat(first.type().orElseThrow().value()).isEqualTo("39607008");
      assertThat(first.typeModifiers().getFirst().value()).isEqualTo("24028007");
    }

    @Test
    void of_fractions_the_pixels_of_at_least_half() throws IOException {
      var object =
          segmentation("FRACTIONAL", 8, new byte[] {0, 49, 50, 51, 100, 0, 0, 0, 0, 0}, frame(1, 0))
              .unsignedShort(Tag.MAXIMUM_FRACTIONAL_VALUE, 100);

      assertThat(inside(stored(object).frames().getFirst().inside())).containsExactly(2, 3, 4);
    }

    @Test
    void a_label_map_as_one_part_a_segment_without_background_and_padding() throws IOException {
      var object =
          segmentation("LABELMAP", 8, new byte[] {0, 1, 2, 2, 5, 0, 0, 0, 1, 0}, frame(0, 0))
              .text(Tag.SOP_CLASS_UID, Vr.UI, "1.2.840.10008.5.1.4.1.1.66.7")
              .unsignedShort(Tag.PIXEL_PADDING_VALUE, 5);

      var frames = stored(object).frames();

      assertThat(frames).extracting(StoredSegmentation.Frame::segmentNumber).containsExactly(1, 2);
      assertThat(inside(frames.get(0).inside())).containsExactly(1, 8);
      assertThat(inside(frames.get(1).inside())).containsExactly(2, 3);
    }
  }

  @Nested
  class Refuses {

    private String codeOf(DataSetBuilder object) throws IOException {
      var parse = read(object);
      assertThat(parse).isInstanceOf(SegmentationParse.Refused.class);
      return ((SegmentationParse.Refused) parse).reasons().getFirst().code().code();
    }

    @Test
    void what_is_no_segmentation() throws IOException {
      assertThat(codeOf(DicomWriterTest.object())).isEqualTo("DIC-301");
    }

    @Test
    void fewer_bits_than_the_header_counts() throws IOException {
      assertThat(codeOf(binary((byte) 1, (byte) 2))).isEqualTo("DIC-302");
    }

    @Test
    void a_frame_without_a_place_in_the_patient() throws IOException {
      var nowhere = DataSet.builder().build();
      assertThat(codeOf(segmentation("BINARY", 1, new byte[] {0, 0}, nowhere)))
          .isEqualTo("DIC-302");
    }

    @Test
    void an_object_without_segments() throws IOException {
      assertThat(codeOf(binary((byte) 1, (byte) 2, (byte) 0).remove(Tag.SEGMENT_SEQUENCE)))
          .isEqualTo("DIC-302");
    }

    @Test
    void a_kind_of_segmentation_that_does_not_exist() throws IOException {
      assertThat(codeOf(segmentation("SURFACE", 1, new byte[] {0, 0}, frame(1, 0))))
          .isEqualTo("DIC-302");
    }
  }
}
