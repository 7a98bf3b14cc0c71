package org.hilum.imaging.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.dicom.DicomParse.Parsed;
import org.hilum.imaging.dicom.DicomReader;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.reporting.sr.ReportText;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ComparisonDicomWriterTest {

  @TempDir Path folder;

  private final ComparedFindings two = ComparisonExample.twoDates();

  @Test
  void writes_the_alignment_both_ways_what_changed_the_key_page_and_the_report()
      throws IOException {
    assertThat(write(two).objects().stream().map(WrittenObject::kind))
        .containsExactly(
            ResultKind.REGISTRATION,
            ResultKind.DEFORMATION,
            ResultKind.DEFORMATION_BACK,
            ResultKind.COMPARISON,
            ResultKind.COMPARISON_KEY_PAGE,
            ResultKind.COMPARISON_REPORT);
  }

  @Test
  void writes_the_alignment_of_every_pair_of_neighbours() throws IOException {
    assertThat(write(ComparisonExample.threeDates()).objects().stream())
        .map(object -> object.file().getFileName().toString())
        .contains("registration-1-2.dcm", "deformation-2-3.dcm", "deformation-back-2-3.dcm")
        .doesNotHaveDuplicates()
        .hasSize(9);
  }

  @Test
  void writes_the_same_identifiers_for_the_same_readings_and_others_for_others()
      throws IOException {
    var once = write(two).objects().stream().map(WrittenObject::sopInstanceUid).toList();
    var again = write(ComparisonExample.twoDates()).objects().stream();
    assertThat(again.map(WrittenObject::sopInstanceUid)).isEqualTo(once);
    var three = write(ComparisonExample.threeDates()).objects().stream();
    assertThat(three.map(WrittenObject::sopInstanceUid)).doesNotContainAnyElementsOf(once);
    assertThat(once).doesNotHaveDuplicates();
  }

  @Test
  void files_everything_in_the_study_of_the_last_date() throws IOException {
    for (var object : write(two).objects()) {
      var written = read(object);
      var header = two.current().source().orElseThrow().header();
      for (int tag : new int[] {Tag.STUDY_INSTANCE_UID, Tag.PATIENT_NAME, Tag.ACCESSION_NUMBER}) {
        assertThat(written.text(tag)).as("%s", object.kind()).isEqualTo(header.text(tag));
      }
    }
  }

  @Test
  void leaves_the_alignment_out_and_says_so_where_a_series_has_no_frame_of_reference()
      throws IOException {
    var bare =
        DicomExample.withHeader(two.prior(), header -> header.remove(Tag.FRAME_OF_REFERENCE_UID));
    var results = write(new ComparedFindings(two.comparison(), List.of(bare, two.current())));
    assertThat(results.objects()).hasSize(3);
    assertThat(results.remarks())
        .anyMatch(reason -> reason.code() == ReportingReason.NO_FRAME_FOR_ALIGNMENT);
  }

  @Test
  void writes_nothing_where_a_date_was_not_dicom() throws IOException {
    var file = DicomExample.with(two.prior(), Optional.empty());
    var results = write(new ComparedFindings(two.comparison(), List.of(file, two.current())));
    assertThat(results.objects()).isEmpty();
    assertThat(results.remarks())
        .singleElement()
        .matches(reason -> reason.code() == ReportingReason.NO_DICOM_SOURCE);
    try (var files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void tells_in_the_structured_report_what_was_looked_at() throws IOException {
    Golden.assertSame("comparison-report.txt", ReportText.of(report(write(two))));
  }

  @Test
  void follows_a_lesion_by_one_identifier_through_all_time_points() throws IOException {
    var lesion = two.comparison().lesions().getFirst();
    var uid = ComparisonTracking.uid(two, lesion).value();
    var text = ReportText.of(report(write(two)));
    assertThat(text.lines().filter(line -> line.endsWith(uid))).hasSize(2);
  }

  private DicomResults write(ComparedFindings findings) throws IOException {
    return new ComparisonDicomWriter()
        .write(findings, Language.CHINESE, DicomExample.page(), folder);
  }

  private static DataSet report(DicomResults results) throws IOException {
    return read(
        results.objects().stream()
            .filter(object -> object.kind() == ResultKind.COMPARISON)
            .findFirst()
            .orElseThrow());
  }

  private static DataSet read(WrittenObject object) throws IOException {
    return ((Parsed) DicomReader.read(object.file(), DicomReader.Depth.WHOLE)).object().dataSet();
  }
}
