package org.hilum.imaging.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.hilum.imaging.vocabulary.ReasonCode;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DicomReaderTest {

  private static final int PRIVATE_SEQUENCE = 0x00091001;
  private static final long UNDEFINED = 0xFFFFFFFFL;
  private static final String EXPLICIT = TransferSyntax.EXPLICIT_LITTLE_ENDIAN.uid();

  static DataSetBuilder slice() {
    return DicomWriterTest.object()
        .unsignedShort(Tag.SAMPLES_PER_PIXEL, 1)
        .text(Tag.PHOTOMETRIC_INTERPRETATION, Vr.CS, "MONOCHROME2")
        .unsignedShort(Tag.ROWS, 2)
        .unsignedShort(Tag.COLUMNS, 3)
        .unsignedShort(Tag.BITS_ALLOCATED, 16)
        .unsignedShort(Tag.BITS_STORED, 16)
        .unsignedShort(Tag.HIGH_BIT, 15)
        .unsignedShort(Tag.PIXEL_REPRESENTATION, 1)
        .bytes(Tag.PIXEL_PADDING_VALUE, Vr.SS, new byte[] {0x30, (byte) 0xF8})
        .items(
            Tag.PROCEDURE_CODE_SEQUENCE,
            DataSet.builder().text(Tag.CODE_VALUE, Vr.SH, "1").build(),
            DataSet.builder().items(Tag.CONTENT_SEQUENCE, DataSet.builder().build()).build())
        .bytes(Tag.PIXEL_DATA, Vr.OW, new byte[] {1, 0, 2, 0, 3, 0, 0, (byte) 0x80, 5, 0, 6, 0});
  }

  private static EncodedFile explicit() {
    return new EncodedFile(true, false, false)
        .element(Tag.SOP_INSTANCE_UID, "UI", new byte[] {'1', 0});
  }

  private static DicomParse read(EncodedFile dataSet) {
    return DicomReader.read(
        EncodedFile.withMeta(EXPLICIT, dataSet.bytes()), DicomReader.Depth.WHOLE);
  }

  private static DicomObject parsed(EncodedFile dataSet) {
    return parsed(read(dataSet));
  }

  private static DicomObject parsed(DicomParse parse) {
    assertThat(parse).isInstanceOf(DicomParse.Parsed.class);
    return ((DicomParse.Parsed) parse).object();
  }

  private static List<ReasonCode> deviations(DicomObject object) {
    return object.deviations().stream().map(reason -> reason.code()).distinct().toList();
  }

  private static ReasonCode refusal(DicomParse parse) {
    assertThat(parse).isInstanceOf(DicomParse.Refused.class);
    return ((DicomParse.Refused) parse).reasons().getFirst().code();
  }

  @Nested
  class Reads {

    @ParameterizedTest
    @EnumSource(
        names = {
          "IMPLICIT_LITTLE_ENDIAN",
          "EXPLICIT_LITTLE_ENDIAN",
          "EXPLICIT_BIG_ENDIAN",
          "DEFLATED_LITTLE_ENDIAN"
        })
    void the_same_in_every_encoding(TransferSyntax syntax) {
      for (boolean undefinedLengths : new boolean[] {false, true}) {
        var file = EncodedFile.of(slice().build(), syntax, undefinedLengths);

        var object = parsed(DicomReader.read(file, DicomReader.Depth.WHOLE));

        assertThat(object.deviations()).isEmpty();
        assertThat(object.transferSyntaxUid()).isEqualTo(syntax.uid());
        var dataSet = object.dataSet();
        assertThat(dataSet.integer(Tag.COLUMNS)).hasValue(3);
        assertThat(dataSet.integer(Tag.PIXEL_PADDING_VALUE)).hasValue(-2000);
        assertThat(dataSet.item(Tag.PROCEDURE_CODE_SEQUENCE).orElseThrow().text(Tag.CODE_VALUE))
            .contains("1");
        assertThat(dataSet.items(Tag.PROCEDURE_CODE_SEQUENCE).get(1).items(Tag.CONTENT_SEQUENCE))
            .hasSize(1);
        assertThat(FrameDecoder.decode(object, 0))
            .isInstanceOfSatisfying(
                FrameDecode.Decoded.class,
                decoded ->
                    assertThat(decoded.frame().samples())
                        .containsExactly(1, 2, 3, Short.MIN_VALUE, 5, 6));
      }
    }

    @Test
    void a_header_without_the_pixels() {
      var file = EncodedFile.of(slice().build(), TransferSyntax.EXPLICIT_LITTLE_ENDIAN, false);

      var object = parsed(DicomReader.read(file, DicomReader.Depth.HEADER));

      assertThat(object.dataSet().has(Tag.ROWS)).isTrue();
      assertThat(object.dataSet().has(Tag.PIXEL_DATA)).isFalse();
    }

    @Test
    void a_file_on_disk_with_values_longer_than_its_window(@TempDir Path folder)
        throws IOException {
      var large = new byte[100_000];
      new Random(1).nextBytes(large);
      var dataSet =
          DicomWriterTest.object()
              .bytes(Tag.ENCAPSULATED_DOCUMENT, Vr.OB, large)
              .text(Tag.CONTENT_LABEL, Vr.CS, "AFTER")
              .build();
      var file = folder.resolve("large.dcm");
      DicomWriter.write(dataSet, file);

      var back = parsed(DicomReader.read(file, DicomReader.Depth.WHOLE)).dataSet();

      assertThat(back.element(Tag.ENCAPSULATED_DOCUMENT).orElseThrow().bytes()).isEqualTo(large);
      assertThat(back.text(Tag.CONTENT_LABEL)).contains("AFTER");
    }

    @Test
    void tags_and_numbers_of_every_representation() {
      var dataSet =
          DicomWriterTest.object()
              .tags(Tag.DIMENSION_INDEX_POINTER, Tag.IMAGE_POSITION_PATIENT)
              .floats(0x00189353, 1.5f)
              .bytes(0x00720083, Vr.UV, EncodedFile.number(-1, 8))
              .bytes(0x00720082, Vr.SV, EncodedFile.number(-1, 8))
              .build();
      var file = EncodedFile.of(dataSet, TransferSyntax.EXPLICIT_BIG_ENDIAN, false);

      var back = parsed(DicomReader.read(file, DicomReader.Depth.WHOLE)).dataSet();

      assertThat(back.tags(Tag.DIMENSION_INDEX_POINTER))
          .containsExactly(Tag.IMAGE_POSITION_PATIENT);
      assertThat(back.texts(Tag.DIMENSION_INDEX_POINTER)).containsExactly("00200032");
      assertThat(back.number(0x00189353)).hasValue(1.5);
      assertThat(back.number(0x00720083)).hasValue(0x1p64);
      assertThat(back.number(0x00720082)).hasValue(-1);
    }

    @Test
    void unknown_content_of_undefined_length_as_an_implicit_sequence() {
      var inner = new EncodedFile(false, false, false);
      inner.header(ElementHeader.ITEM, "", UNDEFINED);
      inner.element(Tag.CODE_VALUE, "SH", new byte[] {'4', '2'});
      inner.header(ElementHeader.ITEM_DELIMITER, "", 0);
      inner.header(ElementHeader.SEQUENCE_DELIMITER, "", 0);
      var file = explicit().header(PRIVATE_SEQUENCE, "UN", UNDEFINED).raw(inner.bytes());
      file.element(Tag.STUDY_ID, "SH", new byte[] {'7', ' '});

      var dataSet = parsed(file).dataSet();

      assertThat(dataSet.item(PRIVATE_SEQUENCE).orElseThrow().text(Tag.CODE_VALUE)).contains("42");
      assertThat(dataSet.text(Tag.STUDY_ID)).contains("7");
    }

    @Test
    void a_standard_element_of_unknown_representation_as_the_standard_says() {
      var file = explicit().element(Tag.ROWS, "UN", new byte[] {0, 2});

      assertThat(parsed(file).dataSet().integer(Tag.ROWS)).hasValue(512);
    }
  }

  @Nested
  class Reads_over_and_states {

    @Test
    void a_missing_preamble_and_missing_meta_information() {
      var file = EncodedFile.of(slice().build(), TransferSyntax.IMPLICIT_LITTLE_ENDIAN, false);
      var withoutPreamble = Arrays.copyOfRange(file, 128, file.length);
      var meta = 132 + 12 + 8 + TransferSyntax.IMPLICIT_LITTLE_ENDIAN.uid().length() + 1;
      var bare = Arrays.copyOfRange(file, meta, file.length);

      var first = parsed(DicomReader.read(withoutPreamble, DicomReader.Depth.WHOLE));
      var second = parsed(DicomReader.read(bare, DicomReader.Depth.WHOLE));

      assertThat(deviations(first)).containsExactly(DicomReason.PREAMBLE_DEVIATES);
      assertThat(deviations(second))
          .containsExactlyInAnyOrder(
              DicomReason.PREAMBLE_DEVIATES,
              DicomReason.META_DEVIATES,
              DicomReason.TRANSFER_SYNTAX_GUESSED);
      assertThat(second.transferSyntaxUid()).isEqualTo("1.2.840.10008.1.2");
      assertThat(FrameDecoder.decode(second, 0)).isInstanceOf(FrameDecode.Decoded.class);
    }

    @Test
    void an_encoding_other_than_the_one_declared() {
      var implicit = new EncodedFile(false, false, false).dataSet(slice().build()).bytes();

      var object =
          parsed(
              DicomReader.read(EncodedFile.withMeta(EXPLICIT, implicit), DicomReader.Depth.WHOLE));

      assertThat(deviations(object)).containsExactly(DicomReason.ENCODING_DEVIATES);
      assertThat(object.dataSet().integer(Tag.ROWS)).hasValue(2);
    }

    @Test
    void an_unknown_transfer_syntax() {
      var body = new EncodedFile(true, false, false).dataSet(slice().build()).bytes();

      var object =
          parsed(DicomReader.read(EncodedFile.withMeta("1.2.3.4", body), DicomReader.Depth.WHOLE));

      assertThat(deviations(object)).containsExactly(DicomReason.TRANSFER_SYNTAX_GUESSED);
      assertThat(object.transferSyntaxUid()).isEqualTo("1.2.3.4");
    }

    @Test
    void elements_out_of_order_and_twice() {
      var file =
          explicit()
              .element(Tag.STUDY_ID, "SH", new byte[] {'1', ' '})
              .element(Tag.MODALITY, "CS", new byte[] {'C', 'T'})
              .element(Tag.STUDY_ID, "SH", new byte[] {'1', ' '});

      var object = parsed(file);

      assertThat(deviations(object))
          .containsExactly(DicomReason.ORDER_DEVIATES, DicomReason.DUPLICATE);
      assertThat(object.dataSet().text(Tag.MODALITY)).contains("CT");
    }

    @Test
    void delimiters_outside_of_a_sequence_and_zeros_at_the_end() {
      var file =
          explicit()
              .header(ElementHeader.ITEM_DELIMITER, "", 0)
              .element(Tag.STUDY_ID, "SH", new byte[] {'1', ' '})
              .raw(new byte[100]);

      var object = parsed(file);

      assertThat(deviations(object))
          .containsExactly(DicomReason.STRAY_DELIMITER, DicomReason.TRAILING_BYTES);
      assertThat(object.dataSet().text(Tag.STUDY_ID)).contains("1");
    }

    @Test
    void representations_that_do_not_exist_or_are_not_the_standards() {
      var file =
          explicit()
              .element(Tag.MODALITY, "ZZ", new byte[] {'C', 'T'})
              .element(Tag.PATIENT_NAME, "OB", new byte[] {'A', '^', 'B', ' '})
              .element(Tag.PATIENT_ID, "SH", new byte[] {'1', ' '});

      var object = parsed(file);

      assertThat(deviations(object))
          .containsExactly(DicomReason.VR_UNKNOWN, DicomReason.VR_DEVIATES);
      assertThat(object.dataSet().text(Tag.MODALITY)).contains("CT");
      assertThat(object.dataSet().text(Tag.PATIENT_NAME)).contains("A^B");
      assertThat(object.dataSet().text(Tag.PATIENT_ID)).contains("1");
    }

    @Test
    void odd_lengths_and_values_that_break_their_representation() {
      var file =
          explicit()
              .element(Tag.STUDY_DATE, "DA", "20201399".getBytes(StandardCharsets.US_ASCII))
              .element(Tag.MODALITY, "CS", new byte[] {'c', 't'})
              .element(Tag.STUDY_ID, "SH", "seventeen letters".getBytes(StandardCharsets.US_ASCII))
              .element(Tag.ROWS, "US", new byte[] {1, 2, 3});

      assertThat(deviations(parsed(file)))
          .containsExactlyInAnyOrder(
              DicomReason.DATE_IMPOSSIBLE,
              DicomReason.VALUE_CHARACTERS,
              DicomReason.VALUE_TOO_LONG,
              DicomReason.LENGTH_ODD,
              DicomReason.VALUE_LENGTH);
    }

    @Test
    void pixels_beyond_those_the_header_counts() {
      var file =
          EncodedFile.of(
              slice().bytes(Tag.PIXEL_DATA, Vr.OW, new byte[24]).build(),
              TransferSyntax.EXPLICIT_LITTLE_ENDIAN,
              false);

      assertThat(deviations(parsed(DicomReader.read(file, DicomReader.Depth.WHOLE))))
          .containsExactly(DicomReason.PIXELS_SURPLUS);
    }
  }

  @Nested
  class Refuses {

    @ParameterizedTest
    @EnumSource(
        names = {
          "IMPLICIT_LITTLE_ENDIAN",
          "EXPLICIT_LITTLE_ENDIAN",
          "EXPLICIT_BIG_ENDIAN",
          "DEFLATED_LITTLE_ENDIAN"
        })
    void a_file_cut_off_anywhere_or_gives_no_whole_pixels(TransferSyntax syntax) {
      for (boolean undefinedLengths : new boolean[] {false, true}) {
        var file = EncodedFile.of(slice().build(), syntax, undefinedLengths);
        for (int length = 0; length < file.length; length++) {
          var parse = DicomReader.read(Arrays.copyOf(file, length), DicomReader.Depth.WHOLE);
          if (parse instanceof DicomParse.Parsed cut) {
            assertThat(FrameDecoder.decode(cut.object(), 0))
                .as("cut after %d bytes", length)
                .isInstanceOf(FrameDecode.Undecodable.class);
          }
        }
      }
    }

    @Test
    void a_length_that_the_file_does_not_have_without_allocating_it() {
      var file = explicit().header(Tag.PIXEL_DATA, "OW", 0xFFFFFFF0L).raw(new byte[10]);

      assertThat(refusal(read(file))).isEqualTo(DicomReason.ENDS_EARLY);
    }

    @Test
    void such_a_length_of_the_pixels_also_when_only_the_header_is_wanted() {
      var file = explicit().header(Tag.PIXEL_DATA, "OW", 100).raw(new byte[10]);

      var parse =
          DicomReader.read(EncodedFile.withMeta(EXPLICIT, file.bytes()), DicomReader.Depth.HEADER);

      assertThat(refusal(parse)).isEqualTo(DicomReason.ENDS_EARLY);
    }

    @Test
    void an_element_longer_than_its_item() {
      var item = new EncodedFile(true, false, false).header(ElementHeader.ITEM, "", 10);
      item.element(Tag.CODE_VALUE, "SH", new byte[20]);
      var file = explicit().element(Tag.CONTENT_SEQUENCE, "SQ", item.bytes());
      file.raw(new byte[40]);

      assertThat(refusal(read(file))).isEqualTo(DicomReason.STRUCTURE_BROKEN);
    }

    @Test
    void a_sequence_of_something_that_is_no_item() {
      var file = explicit().element(Tag.CONTENT_SEQUENCE, "SQ", new byte[8]);

      assertThat(refusal(read(file))).isEqualTo(DicomReason.STRUCTURE_BROKEN);
    }

    @Test
    void a_text_of_undefined_length() {
      var file = explicit().header(Tag.DOCUMENT_TITLE, "UT", UNDEFINED).raw(new byte[40]);

      assertThat(refusal(read(file))).isEqualTo(DicomReason.STRUCTURE_BROKEN);
    }

    @Test
    void sequences_nested_without_end() {
      var deep = explicit();
      for (int n = 0; n < 100_000; n++) {
        deep.header(Tag.CONTENT_SEQUENCE, "SQ", UNDEFINED);
        deep.header(ElementHeader.ITEM, "", UNDEFINED);
      }

      assertThat(refusal(read(deep))).isEqualTo(DicomReason.NESTED_TOO_DEEP);
    }

    @Test
    void millions_of_items() {
      var items = new EncodedFile(true, false, false);
      for (int n = 0; n < 2_000_001; n++) {
        items.header(ElementHeader.ITEM, "", 0);
      }

      assertThat(refusal(read(explicit().element(Tag.CONTENT_SEQUENCE, "SQ", items.bytes()))))
          .isEqualTo(DicomReason.TOO_MANY_PARTS);
    }

    @Test
    void two_different_values_of_one_attribute() {
      var file =
          explicit()
              .element(Tag.PATIENT_ID, "LO", new byte[] {'1', ' '})
              .element(Tag.PATIENT_ID, "LO", new byte[] {'2', ' '});

      assertThat(refusal(read(file))).isEqualTo(DicomReason.CONTRADICTION);
    }

    @Test
    void fragments_that_are_none() {
      var file =
          explicit()
              .header(Tag.PIXEL_DATA, "OB", UNDEFINED)
              .header(ElementHeader.ITEM, "", 0)
              .element(Tag.STUDY_ID, "SH", new byte[] {'1', ' '});

      assertThat(refusal(read(file))).isEqualTo(DicomReason.STRUCTURE_BROKEN);
    }

    @Test
    void a_damaged_deflate_stream() {
      var syntax = TransferSyntax.DEFLATED_LITTLE_ENDIAN;
      var file = EncodedFile.of(slice().build(), syntax, false);
      Arrays.fill(file, file.length - 60, file.length, (byte) 0xFF);

      assertThat(refusal(DicomReader.read(file, DicomReader.Depth.WHOLE)))
          .isEqualTo(DicomReason.DEFLATE_BROKEN);
    }

    @Test
    void a_deflate_stream_that_grows_without_end() {
      var pixels = explicit().header(Tag.PIXEL_DATA, "OW", 300_000_000L).bytes();
      var syntax = TransferSyntax.DEFLATED_LITTLE_ENDIAN;
      var file = EncodedFile.withMeta(syntax.uid(), EncodedFile.deflated(pixels, 300_000_000));

      assertThat(refusal(DicomReader.read(file, DicomReader.Depth.WHOLE)))
          .isEqualTo(DicomReason.DEFLATE_BROKEN);
    }

    @Test
    void a_file_that_ends_after_its_meta_information() {
      assertThat(refusal(read(new EncodedFile(true, false, false))))
          .isEqualTo(DicomReason.ENDS_EARLY);
    }
  }

  @Nested
  class Leaves_alone {

    @ParameterizedTest
    @ValueSource(strings = {"", "D", "%PDF-1.7\n", "\u0089PNG\r\n\u001a\n", "# a text file\n"})
    void what_is_not_DICOM(String content) {
      var bytes =
          Arrays.copyOf(content.getBytes(StandardCharsets.ISO_8859_1), content.length() * 9);

      assertThat(DicomReader.read(bytes, DicomReader.Depth.WHOLE))
          .isInstanceOf(DicomParse.NotDicom.class);
    }
  }

  @Test
  void a_file_that_cannot_be_read_is_a_fault(@TempDir Path folder) throws IOException {
    Files.createDirectory(folder.resolve("folder"));

    assertThatThrownBy(() -> DicomReader.read(folder.resolve("absent"), DicomReader.Depth.WHOLE))
        .isInstanceOf(NoSuchFileException.class);
    assertThatThrownBy(() -> DicomReader.read(folder.resolve("folder"), DicomReader.Depth.WHOLE))
        .isInstanceOf(IOException.class);
  }

  @ParameterizedTest
  @EnumSource(Vr.class)
  void file_meta_information_of_any_value_representation_is_read_or_refused(Vr vr) {
    int afterMark = 132;
    int vrOfGroupLength = afterMark + 4;
    int vrOfTransferSyntax = afterMark + 12 + 4;
    for (int at : new int[] {vrOfGroupLength, vrOfTransferSyntax}) {
      var file = EncodedFile.withMeta(EXPLICIT, explicit().bytes());
      file[at] = (byte) vr.name().charAt(0);
      file[at + 1] = (byte) vr.name().charAt(1);
      assertThat(DicomReader.read(file, DicomReader.Depth.WHOLE))
          .isInstanceOfAny(DicomParse.Parsed.class, DicomParse.Refused.class);
    }
  }

  @Test
  void a_group_length_that_is_no_number_is_a_stated_deviation() {
    var file = EncodedFile.withMeta(EXPLICIT, explicit().bytes());
    file[137] = 'I';
    assertThat(parsed(DicomReader.read(file, DicomReader.Depth.WHOLE)).deviations())
        .anyMatch(reason -> reason.code() == DicomReason.META_DEVIATES);
  }
}
