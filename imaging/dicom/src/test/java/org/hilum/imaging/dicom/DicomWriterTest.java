package org.hilum.imaging.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DicomWriterTest {

  static DataSetBuilder object() {
    return DataSet.builder()
        .text(Tag.SPECIFIC_CHARACTER_SET, Vr.CS, "ISO_IR 192")
        .text(Tag.SOP_CLASS_UID, Vr.UI, "1.2.840.10008.5.1.4.1.1.2")
        .text(Tag.SOP_INSTANCE_UID, Vr.UI, "2.25.1");
  }

  static byte[] written(DataSet dataSet) throws IOException {
    var out = new ByteArrayOutputStream();
    DicomWriter.write(dataSet, out);
    return out.toByteArray();
  }

  static DicomObject parsed(byte[] file) {
    var parse = DicomReader.read(file, DicomReader.Depth.WHOLE);
    assertThat(parse).isInstanceOf(DicomParse.Parsed.class);
    return ((DicomParse.Parsed) parse).object();
  }

  @Nested
  class Writes {

    @Test
    void what_the_reader_reads_back_without_a_deviation() throws IOException {
      var code =
          DataSet.builder().text(Tag.CODE_VALUE, Vr.SH, "39607008").items(Tag.CONTENT_SEQUENCE);
      var dataSet =
          object()
              .text(Tag.PATIENT_NAME, Vr.PN, "Müller^Jörg=王^小东")
              .decimal(Tag.PIXEL_SPACING, 0.703125, 1.0 / 3)
              .unsignedShort(Tag.ROWS, 65535)
              .doubles(Tag.CONTRIBUTION_DATE_TIME, 1e-300)
              .items(Tag.CONTENT_SEQUENCE, code.build(), DataSet.builder().build())
              .remove(Tag.CONTRIBUTION_DATE_TIME)
              .build();

      var object = parsed(written(dataSet));

      assertThat(object.deviations()).isEmpty();
      assertThat(object.dataSet().text(Tag.PATIENT_NAME)).contains("Müller^Jörg=王^小东");
      assertThat(object.dataSet().numbers(Tag.PIXEL_SPACING))
          .containsExactly(0.703125, 0.33333333333333);
      assertThat(object.dataSet().integer(Tag.ROWS)).hasValue(65535);
      assertThat(object.dataSet().items(Tag.CONTENT_SEQUENCE)).hasSize(2);
      assertThat(object.dataSet().item(Tag.CONTENT_SEQUENCE).orElseThrow().text(Tag.CODE_VALUE))
          .contains("39607008");
    }

    @Test
    void meta_information_that_names_the_object_and_this_implementation() throws IOException {
      var meta = parsed(written(object().build())).fileMeta();

      assertThat(meta.text(Tag.MEDIA_STORAGE_SOP_INSTANCE_UID)).contains("2.25.1");
      assertThat(meta.text(Tag.TRANSFER_SYNTAX_UID)).contains("1.2.840.10008.1.2.1");
      assertThat(meta.uid(Tag.IMPLEMENTATION_CLASS_UID))
          .contains(DicomWriter.IMPLEMENTATION_CLASS_UID);
      assertThat(meta.text(Tag.IMPLEMENTATION_VERSION_NAME).orElseThrow().length())
          .isBetween(1, 16);
    }

    @Test
    void every_value_with_an_even_length() throws IOException {
      var dataSet =
          object()
              .text(Tag.STUDY_ID, Vr.SH, "odd")
              .bytes(Tag.ENCAPSULATED_DOCUMENT, Vr.OB, new byte[] {1, 2, 3})
              .build();

      var back = parsed(written(dataSet)).dataSet();

      assertThat(back.element(Tag.STUDY_ID).orElseThrow().bytes())
          .isEqualTo(new byte[] {'o', 'd', 'd', ' '});
      assertThat(back.element(Tag.SOP_INSTANCE_UID).orElseThrow().bytes()).endsWith((byte) '1');
      assertThat(back.element(Tag.SOP_CLASS_UID).orElseThrow().bytes()).endsWith((byte) 0);
      assertThat(back.element(Tag.ENCAPSULATED_DOCUMENT).orElseThrow().bytes())
          .isEqualTo(new byte[] {1, 2, 3, 0});
    }

    @Test
    void a_file_in_one_step(@TempDir Path folder) throws IOException {
      var file = folder.resolve("object.dcm");

      DicomWriter.write(object().build(), file);
      DicomWriter.write(object().text(Tag.STUDY_ID, Vr.SH, "2").build(), file);

      assertThat(parsed(Files.readAllBytes(file)).dataSet().text(Tag.STUDY_ID)).contains("2");
      try (var files = Files.list(folder)) {
        assertThat(files).containsExactly(file);
      }
    }
  }

  @Nested
  class Refuses {

    @Test
    void an_object_without_identity() {
      assertThatThrownBy(() -> written(object().remove(Tag.SOP_INSTANCE_UID).build()))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("(0008,0018)");
    }

    @Test
    void a_text_longer_than_its_value_representation_allows() {
      var tooLong = object().text(Tag.STUDY_ID, Vr.SH, "seventeen letters").build();

      assertThatThrownBy(() -> written(tooLong)).hasMessageContaining("(0020,0010)");
    }

    @Test
    void such_a_text_in_an_item() {
      var item = DataSet.builder().text(Tag.CODE_VALUE, Vr.SH, "seventeen letters").build();
      var nested = object().items(Tag.CONTENT_SEQUENCE, item).build();

      assertThatThrownBy(() -> written(nested)).hasMessageContaining("(0008,0100)");
    }

    @Test
    void half_a_number() {
      var half = object().bytes(Tag.ROWS, Vr.US, new byte[] {1, 2, 3}).build();

      assertThatThrownBy(() -> written(half)).hasMessageContaining("(0028,0010)");
    }
  }
}
