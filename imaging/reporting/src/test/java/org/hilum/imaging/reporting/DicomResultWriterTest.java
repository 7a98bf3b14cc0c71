package org.hilum.imaging.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.dicom.DicomParse;
import org.hilum.imaging.dicom.DicomReader;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.dicom.Vr;
import org.hilum.imaging.vocabulary.Reason;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DicomResultWriterTest {

  @TempDir Path folder;

  private final ReadingFindings findings = DicomExample.diseased();

  @Test
  void writes_four_objects_each_in_its_file() throws IOException {
    var results = write(findings);
    assertThat(results.remarks()).isEmpty();
    assertThat(results.objects().stream().map(WrittenObject::kind))
        .containsExactly(
            ResultKind.SEGMENTATION,
            ResultKind.MEASUREMENTS,
            ResultKind.KEY_PAGE,
            ResultKind.REPORT);
    for (var object : results.objects()) {
      var read = read(object.file());
      assertThat(object.file().getFileName()).hasToString(object.kind().fileName());
      assertThat(read.uid(Tag.SOP_CLASS_UID)).contains(object.kind().sopClassUid());
      assertThat(read.uid(Tag.SOP_INSTANCE_UID)).contains(object.sopInstanceUid());
      assertThat(read.text(Tag.PATIENT_NAME)).contains("Wang^XiaoDong=王^小东");
    }
  }

  @Test
  void writes_the_same_bytes_for_the_same_reading_and_leaves_nothing_else() throws IOException {
    write(findings);
    var first = Files.readAllBytes(folder.resolve("seg.dcm"));
    write(DicomExample.diseased());
    assertThat(Files.readAllBytes(folder.resolve("seg.dcm"))).isEqualTo(first);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("seg.dcm", "sr.dcm", "sc.dcm", "report.dcm");
    }
  }

  @Nested
  class refuses {

    @Test
    void an_input_that_never_was_dicom() throws IOException {
      var results = write(DicomExample.with(findings, Optional.empty()));
      assertThat(results.objects()).isEmpty();
      assertThat(results.remarks().stream().map(Reason::code))
          .containsExactly(ReportingReason.NO_DICOM_SOURCE);
      assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_source_without_a_study() throws IOException {
      var results =
          write(DicomExample.withHeader(findings, header -> header.remove(Tag.STUDY_INSTANCE_UID)));
      assertThat(results.objects()).isEmpty();
      assertThat(results.remarks().stream().map(Reason::code))
          .containsExactly(ReportingReason.NO_SOURCE_IDENTIFIERS);
    }

    @Test
    void a_pdf_that_is_none() {
      var page = new KeyPage(new byte[] {1, 2, 3, 4, 5, 6}, DicomExample.page().picture());
      assertThatThrownBy(() -> new DicomResultWriter().write(findings, page, folder))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Nested
  class without {

    @Test
    void a_frame_of_reference_writes_all_but_the_segmentation() throws IOException {
      var results =
          write(
              DicomExample.withHeader(
                  findings, header -> header.remove(Tag.FRAME_OF_REFERENCE_UID)));
      assertThat(results.objects().stream().map(WrittenObject::kind))
          .containsExactly(ResultKind.MEASUREMENTS, ResultKind.KEY_PAGE, ResultKind.REPORT);
      assertThat(results.remarks().stream().map(Reason::code))
          .containsExactly(ReportingReason.NO_FRAME_OF_REFERENCE);
    }

    @Test
    void any_voxel_outlined_says_so() throws IOException {
      var results = write(DicomExample.unsegmented(findings));
      assertThat(results.objects().stream().map(WrittenObject::kind))
          .doesNotContain(ResultKind.SEGMENTATION);
      assertThat(results.remarks().stream().map(Reason::code))
          .containsExactly(ReportingReason.NOTHING_TO_OUTLINE);
    }

    @Test
    void obligatory_attributes_names_each() throws IOException {
      var results =
          write(
              DicomExample.withHeader(
                  findings, header -> header.remove(Tag.PATIENT_SEX).remove(Tag.ACCESSION_NUMBER)));
      assertThat(results.objects()).hasSize(4);
      assertThat(results.remarks().stream().map(Reason::where))
          .containsExactly("(0008,0050)", "(0010,0040)");
    }
  }

  @Nested
  class the_key_page {

    @Test
    void keeps_every_colour() throws IOException {
      write(findings);
      var page = read(folder.resolve("sc.dcm"));
      var pixels = page.element(Tag.PIXEL_DATA).orElseThrow().bytes();
      int last = 3 * (31 * 21 - 1);
      assertThat(pixels).hasSize(3 * 31 * 21 + 1);
      assertThat(new byte[] {pixels[0], pixels[1], pixels[2]}).containsExactly(0xFF, 0, 0);
      assertThat(new byte[] {pixels[3], pixels[4], pixels[5]}).containsExactly(0, 0xFF, 0);
      assertThat(new byte[] {pixels[last], pixels[last + 1], pixels[last + 2]})
          .containsExactly(0, 0, 0xFF);
      assertThat(page.integer(Tag.ROWS)).hasValue(21);
      assertThat(page.integer(Tag.COLUMNS)).hasValue(31);
    }

    @Test
    void says_that_words_are_burned_in_and_that_it_is_no_medical_device() throws IOException {
      write(findings);
      var page = read(folder.resolve("sc.dcm"));
      assertThat(page.text(Tag.BURNED_IN_ANNOTATION)).contains("YES");
      assertThat(page.text(Tag.IMAGE_COMMENTS)).contains(ReadingFindings.NOT_A_MEDICAL_DEVICE);
    }
  }

  @Nested
  class the_report {

    @Test
    void is_the_pdf_byte_for_byte_with_its_length() throws IOException {
      write(findings);
      var pdf = DicomExample.page().pdf();
      var report = read(folder.resolve("report.dcm"));
      assertThat(report.integer(Tag.ENCAPSULATED_DOCUMENT_LENGTH)).hasValue(pdf.length);
      assertThat(report.element(Tag.ENCAPSULATED_DOCUMENT).orElseThrow().bytes())
          .hasSize(pdf.length + pdf.length % 2)
          .startsWith(pdf);
      assertThat(report.text(Tag.DOCUMENT_TITLE).orElseThrow())
          .endsWith(ReadingFindings.NOT_A_MEDICAL_DEVICE);
    }

    @Test
    void was_acquired_when_the_source_was() throws IOException {
      write(findings);
      assertThat(read(folder.resolve("report.dcm")).text(Tag.ACQUISITION_DATE_TIME))
          .contains("20200220101733.25");
    }

    @Test
    void was_acquired_at_no_known_time_when_the_source_does_not_tell() throws IOException {
      write(
          DicomExample.withHeader(
              findings, header -> header.text(Tag.ACQUISITION_DATE, Vr.DA, "2020.2.20")));
      assertThat(read(folder.resolve("report.dcm")).text(Tag.ACQUISITION_DATE_TIME)).isEmpty();
    }
  }

  private DicomResults write(ReadingFindings reading) throws IOException {
    return new DicomResultWriter().write(reading, DicomExample.page(), folder);
  }

  private static DataSet read(Path file) throws IOException {
    return switch (DicomReader.read(file, DicomReader.Depth.WHOLE)) {
      case DicomParse.Parsed parsed -> parsed.object().dataSet();
      case DicomParse.Refused refused -> throw new AssertionError(refused.reasons());
      case DicomParse.NotDicom other -> throw new AssertionError(other.reason());
    };
  }
}
