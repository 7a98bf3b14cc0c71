package org.hilum.imaging.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FrameDecoderTest {

  /** The worked example of ITU-T T.87 annex H.3: 4 x 4 samples of 8 bits. */
  private static final byte[] JPEG_LS =
      HexFormat.of()
          .parseHex(
              "FFD8FFF7000B080004000401011100FFDA0008010100000000C000006C80208E01C000005740"
                  + "00006EE6000001BC18000005D800009160FFD9");

  private static DataSetBuilder image(int rows, int columns, int allocated, int stored, int high) {
    return DicomWriterTest.object()
        .unsignedShort(Tag.SAMPLES_PER_PIXEL, 1)
        .text(Tag.PHOTOMETRIC_INTERPRETATION, Vr.CS, "MONOCHROME2")
        .unsignedShort(Tag.ROWS, rows)
        .unsignedShort(Tag.COLUMNS, columns)
        .unsignedShort(Tag.BITS_ALLOCATED, allocated)
        .unsignedShort(Tag.BITS_STORED, stored)
        .unsignedShort(Tag.HIGH_BIT, high)
        .unsignedShort(Tag.PIXEL_REPRESENTATION, 0);
  }

  private static DataSetBuilder words(DataSetBuilder image, int... words) {
    var bytes = ByteBuffer.allocate(2 * words.length).order(ByteOrder.LITTLE_ENDIAN);
    for (int word : words) {
      bytes.putShort((short) word);
    }
    return image.bytes(Tag.PIXEL_DATA, Vr.OW, bytes.array());
  }

  private static DataSetBuilder fragments(
      DataSetBuilder image, int[] offsets, byte[]... fragments) {
    var value = new Element.Fragments(offsets, List.of(fragments));
    return image.put(new Element(Tag.PIXEL_DATA, Vr.OB, value));
  }

  private static FrameDecode decode(DataSetBuilder image, TransferSyntax syntax, int frame) {
    var none = DataSet.builder().build();
    return FrameDecoder.decode(
        new DicomObject(none, image.build(), syntax.uid(), List.of()), frame);
  }

  private static short[] samples(DataSetBuilder image, TransferSyntax syntax, int frame) {
    var decode = decode(image, syntax, frame);
    assertThat(decode).isInstanceOf(FrameDecode.Decoded.class);
    return ((FrameDecode.Decoded) decode).frame().samples();
  }

  private static DicomReason refusal(DataSetBuilder image, TransferSyntax syntax, int frame) {
    var decode = decode(image, syntax, frame);
    assertThat(decode).isInstanceOf(FrameDecode.Undecodable.class);
    return (DicomReason) ((FrameDecode.Undecodable) decode).reason().code();
  }

  private static short[] plain(DataSetBuilder image, int frame) {
    return samples(image, TransferSyntax.EXPLICIT_LITTLE_ENDIAN, frame);
  }

  private static DicomReason plainRefusal(DataSetBuilder image) {
    return refusal(image, TransferSyntax.EXPLICIT_LITTLE_ENDIAN, 0);
  }

  @Nested
  class Uncompressed {

    @Test
    void bits_beside_the_value_do_not_count() {
      assertThat(plain(words(image(1, 3, 16, 12, 11), 0xF123, 0x0FFF, 0x8000), 0))
          .containsExactly(0x123, 0xFFF, 0);
      assertThat(plain(words(image(1, 2, 16, 12, 15), 0x123F, 0xFFFF), 0))
          .containsExactly(0x123, 0xFFF);
    }

    @Test
    void signed_values_of_fewer_bits_keep_their_sign() {
      var signed = image(1, 3, 16, 12, 11).unsignedShort(Tag.PIXEL_REPRESENTATION, 1);

      assertThat(plain(words(signed, 0x0FFF, 0xF800, 0x07FF), 0)).containsExactly(-1, -2048, 2047);
    }

    @Test
    void unsigned_values_of_sixteen_bits_are_read_as_such() {
      var decode =
          decode(words(image(1, 1, 16, 16, 15), 0xFFFF), TransferSyntax.EXPLICIT_LITTLE_ENDIAN, 0);

      assertThat(decode)
          .isInstanceOfSatisfying(
              FrameDecode.Decoded.class,
              decoded -> assertThat(decoded.frame().value(0)).isEqualTo(65535));
    }

    @Test
    void eight_bits_and_twelve_packed_ones() {
      var eight = image(1, 2, 8, 8, 7).bytes(Tag.PIXEL_DATA, Vr.OB, new byte[] {1, (byte) 0xFF});
      var packed =
          image(1, 3, 12, 12, 11)
              .bytes(Tag.PIXEL_DATA, Vr.OW, new byte[] {0x23, 0x61, 0x45, (byte) 0x89, 0x07, 0});

      assertThat(plain(eight, 0)).containsExactly(1, 255);
      assertThat(plain(packed, 0)).containsExactly(0x123, 0x456, 0x789);
    }

    @Test
    void the_frame_that_is_asked_for() {
      var two = image(1, 2, 16, 16, 15).integerString(Tag.NUMBER_OF_FRAMES, 2);

      assertThat(plain(words(two, 1, 2, 3, 4), 1)).containsExactly(3, 4);
      assertThat(refusal(two, TransferSyntax.EXPLICIT_LITTLE_ENDIAN, 2))
          .isEqualTo(DicomReason.FRAME_ABSENT);
      assertThat(refusal(two, TransferSyntax.EXPLICIT_LITTLE_ENDIAN, -1))
          .isEqualTo(DicomReason.FRAME_ABSENT);
    }
  }

  @Nested
  class Refuses {

    @Test
    void fewer_pixels_than_all_frames_need() {
      var million = image(1, 2, 16, 16, 15).integerString(Tag.NUMBER_OF_FRAMES, 999_999);

      assertThat(plainRefusal(words(million, 1, 2))).isEqualTo(DicomReason.PIXELS_TOO_SHORT);
    }

    @ParameterizedTest
    @CsvSource({
      "0, 2, 16, 16, 15, PIXEL_HEADER_UNUSABLE",
      "60000, 60000, 16, 16, 15, PIXEL_HEADER_UNUSABLE",
      "1, 2, 16, 17, 16, PIXEL_HEADER_UNUSABLE",
      "1, 2, 16, 12, 16, PIXEL_HEADER_UNUSABLE",
      "1, 2, 16, 0, 0, PIXEL_HEADER_UNUSABLE",
      "1, 2, 32, 32, 31, PIXEL_BITS_UNSUPPORTED",
      "1, 2, 1, 1, 0, PIXEL_BITS_UNSUPPORTED"
    })
    void headers_that_cannot_be(
        int rows, int columns, int allocated, int stored, int high, DicomReason reason) {
      assertThat(plainRefusal(words(image(rows, columns, allocated, stored, high), 1, 2)))
          .isEqualTo(reason);
    }

    @Test
    void colour_and_no_pixels_at_all() {
      var colour =
          image(1, 2, 8, 8, 7)
              .unsignedShort(Tag.SAMPLES_PER_PIXEL, 3)
              .text(Tag.PHOTOMETRIC_INTERPRETATION, Vr.CS, "RGB");
      var palette =
          image(1, 2, 8, 8, 7).text(Tag.PHOTOMETRIC_INTERPRETATION, Vr.CS, "PALETTE COLOR");

      assertThat(plainRefusal(words(colour, 1, 2, 3))).isEqualTo(DicomReason.PIXELS_IN_COLOUR);
      assertThat(plainRefusal(words(palette, 1))).isEqualTo(DicomReason.PIXELS_IN_COLOUR);
      assertThat(plainRefusal(image(1, 2, 8, 8, 7))).isEqualTo(DicomReason.PIXELS_ABSENT);
    }

    @Test
    void a_header_that_holds_no_number() {
      var bad = words(image(1, 2, 16, 16, 15), 1, 2).text(Tag.NUMBER_OF_FRAMES, Vr.IS, "1A");

      assertThat(plainRefusal(bad)).isEqualTo(DicomReason.PIXEL_HEADER_UNUSABLE);
    }

    @Test
    void fragments_of_a_syntax_that_has_none_or_is_unknown() {
      var image = fragments(image(4, 4, 8, 8, 7), new int[0], JPEG_LS);
      var none = DataSet.builder().build();
      var unknown = new DicomObject(none, image.build(), "1.2.3", List.of());

      assertThat(FrameDecoder.decode(unknown, 0))
          .isInstanceOfSatisfying(
              FrameDecode.Undecodable.class,
              refused ->
                  assertThat(refused.reason().code()).isEqualTo(DicomReason.COMPRESSION_UNKNOWN));
      for (var syntax :
          List.of(
              TransferSyntax.ENCAPSULATED_UNCOMPRESSED, TransferSyntax.EXPLICIT_LITTLE_ENDIAN)) {
        assertThat(refusal(image, syntax, 0)).isEqualTo(DicomReason.CODESTREAM_DISAGREES);
      }
    }

    @Test
    void plain_bytes_where_the_syntax_says_compressed() {
      assertThat(refusal(words(image(1, 2, 16, 16, 15), 1, 2), TransferSyntax.JPEG_LS_LOSSLESS, 0))
          .isEqualTo(DicomReason.CODESTREAM_DISAGREES);
    }

    @Test
    void compressed_values_that_are_not_in_the_lowest_bits() {
      var image = fragments(image(4, 4, 16, 8, 15), new int[0], JPEG_LS);

      assertThat(refusal(image, TransferSyntax.JPEG_LS_LOSSLESS, 0))
          .isEqualTo(DicomReason.CODESTREAM_DISAGREES);
    }
  }

  @Nested
  class Fragments {

    private final byte[] first = Arrays.copyOf(JPEG_LS, 40);
    private final byte[] rest = Arrays.copyOfRange(JPEG_LS, 40, JPEG_LS.length);

    private DataSetBuilder twoFrames() {
      return image(4, 4, 8, 8, 7).integerString(Tag.NUMBER_OF_FRAMES, 2);
    }

    private void assertSamples(DataSetBuilder image) {
      assertThat(samples(image, TransferSyntax.JPEG_LS_LOSSLESS, 1))
          .containsExactly(0, 0, 90, 74, 68, 50, 43, 205, 64, 145, 145, 145, 100, 145, 145, 145);
    }

    @Test
    void of_one_frame_are_joined() {
      var image = fragments(image(4, 4, 8, 8, 7), new int[0], first, rest);

      assertThat(samples(image, TransferSyntax.JPEG_LS_LOSSLESS, 0)).hasSize(16);
    }

    @Test
    void may_hold_uncompressed_frames() {
      var image = fragments(image(1, 2, 8, 8, 7), new int[0], new byte[] {1, 2});

      assertThat(samples(image, TransferSyntax.ENCAPSULATED_UNCOMPRESSED, 0)).containsExactly(1, 2);
    }

    @Test
    void are_the_frames_when_there_are_as_many() {
      assertSamples(fragments(twoFrames(), new int[0], first, JPEG_LS));
    }

    @Test
    void are_found_by_the_basic_offset_table() {
      assertSamples(
          fragments(twoFrames(), new int[] {0, 8 + JPEG_LS.length}, JPEG_LS, first, rest));
    }

    @Test
    void are_found_by_the_extended_offset_table() {
      var offsets = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
      offsets.putLong(0).putLong(8 + JPEG_LS.length);
      var image = twoFrames().bytes(Tag.EXTENDED_OFFSET_TABLE, Vr.OV, offsets.array());

      assertSamples(fragments(image, new int[0], JPEG_LS, first, rest));
    }

    @Test
    void are_found_by_where_codestreams_begin_without_a_table() {
      assertSamples(fragments(twoFrames(), new int[0], JPEG_LS, first, rest));
    }

    @Test
    void are_refused_when_the_frames_cannot_be_told_apart() {
      var noStart = fragments(twoFrames(), new int[0], JPEG_LS, rest, rest);
      var between = fragments(twoFrames(), new int[] {0, 9}, JPEG_LS, first, rest);
      var nothing = fragments(twoFrames(), new int[0]);

      for (var image : List.of(noStart, between, nothing)) {
        assertThat(refusal(image, TransferSyntax.JPEG_LS_LOSSLESS, 1))
            .isEqualTo(DicomReason.CODESTREAM_BROKEN);
      }
    }
  }
}
