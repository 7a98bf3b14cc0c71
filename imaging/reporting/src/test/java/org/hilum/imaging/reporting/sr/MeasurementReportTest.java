package org.hilum.imaging.reporting.sr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.dicom.Uid;
import org.hilum.imaging.dicom.Vr;
import org.hilum.imaging.reporting.DicomExample;
import org.hilum.imaging.reporting.Golden;
import org.hilum.imaging.reporting.LesionTracking;
import org.hilum.imaging.reporting.ReadingFindings;
import org.hilum.imaging.reporting.ResultKind;
import org.hilum.imaging.reporting.composite.ResultContext;
import org.hilum.imaging.reporting.seg.SegmentPlan;
import org.hilum.imaging.reporting.seg.SegmentationObject;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MeasurementReportTest {

  private final ReadingFindings findings = DicomExample.diseased();

  @Test
  void is_the_text_that_was_looked_at() {
    var text = ReportText.of(report(findings)).replaceAll("(?m)^ *CONTAINS IMAGE = .*\n", "");
    Golden.assertSame("measurement-report.txt", text);
  }

  @Test
  void says_that_it_is_no_medical_device() {
    assertThat(ReportText.of(report(findings))).contains(ReadingFindings.NOT_A_MEDICAL_DEVICE);
  }

  @Test
  void gives_no_number_for_what_was_not_measured_but_the_reason() {
    var text = ReportText.of(report(findings));
    assertThat(text).doesNotContain("TEXT Tracking Identifier = RML");
    assertThat(text).containsPattern("Not measured: LUL, LLL, RUL, RML, RLL, .*QUA-003");
    assertThat(numbers(report(findings)))
        .allMatch(number -> number.item(Tag.MEASURED_VALUE_SEQUENCE).isPresent());
  }

  @Test
  void gives_a_lesion_the_identifier_it_has_everywhere() {
    var lesion = findings.measurements().lesions().get(1);
    var tracking = LesionTracking.uid(findings, lesion).value();
    assertThat(ReportText.of(report(findings)))
        .contains("TEXT Tracking Identifier = Lesion 2")
        .contains("UIDREF Tracking Unique Identifier = " + tracking);
  }

  @Test
  void follows_a_lung_by_the_identifier_of_its_segment() {
    var segment = segmentation(findings).items(Tag.SEGMENT_SEQUENCE).getFirst();
    assertThat(ReportText.of(report(findings)))
        .contains(
            "UIDREF Tracking Unique Identifier = "
                + segment.uid(Tag.TRACKING_UID).orElseThrow().value());
  }

  @Test
  void measures_a_lobe_in_its_own_segment_and_follows_it_by_that() {
    var lobed = DicomExample.lobed(findings);
    var segment = segmentation(lobed).items(Tag.SEGMENT_SEQUENCE).get(4);
    assertThat(segment.text(Tag.SEGMENT_LABEL)).contains("Left upper lobe");
    var tracking = segment.uid(Tag.TRACKING_UID).orElseThrow().value();
    assertThat(ReportText.of(report(lobed)))
        .contains("UIDREF Tracking Unique Identifier = " + tracking)
        .doesNotContain("by fissures");
  }

  @Test
  void says_of_a_lobe_without_a_segment_that_it_is_a_part_of_its_lung() {
    var unlobed = DicomExample.with(findings, DicomExample.lobed(findings).measurements());
    assertThat(ReportText.of(report(unlobed))).contains("Part of the referenced lung, by fissures");
  }

  @Test
  void lists_the_largest_lesions_and_says_how_many_it_leaves_out() {
    var report = report(DicomExample.withLesions(23));
    var text = ReportText.of(report);
    assertThat(text).contains("= Lesion 20\n").doesNotContain("= Lesion 21\n");
    assertThat(text).contains("3 smaller ones");
    assertThat(report.text(Tag.COMPLETION_FLAG)).contains("PARTIAL");
    assertThat(report(findings).text(Tag.COMPLETION_FLAG)).contains("COMPLETE");
  }

  @Test
  void rests_on_every_source_image_and_on_the_segmentation() {
    var evidence =
        report(findings).item(Tag.CURRENT_REQUESTED_PROCEDURE_EVIDENCE_SEQUENCE).orElseThrow();
    var series = evidence.items(Tag.REFERENCED_SERIES_SEQUENCE);
    assertThat(series).hasSize(2);
    assertThat(series.get(0).items(Tag.REFERENCED_SOP_SEQUENCE))
        .hasSize(findings.volume().geometry().slices());
    assertThat(instances(series.get(1)))
        .containsExactly(segmentation(findings).uid(Tag.SOP_INSTANCE_UID).orElseThrow());
  }

  @Test
  void refers_to_nothing_that_is_not_among_its_evidence() {
    var report = report(findings);
    var evidence =
        report
            .item(Tag.CURRENT_REQUESTED_PROCEDURE_EVIDENCE_SEQUENCE)
            .orElseThrow()
            .items(Tag.REFERENCED_SERIES_SEQUENCE)
            .stream()
            .flatMap(series -> instances(series).stream())
            .toList();
    var references =
        all(report).flatMap(item -> item.items(Tag.REFERENCED_SOP_SEQUENCE).stream()).toList();
    assertThat(references).isNotEmpty();
    assertThat(
            references.stream()
                .map(reference -> reference.uid(Tag.REFERENCED_SOP_INSTANCE_UID).orElseThrow()))
        .isSubsetOf(evidence);
  }

  @Test
  void without_a_frame_of_reference_tells_places_in_words_only() {
    var placeless =
        DicomExample.withHeader(findings, header -> header.remove(Tag.FRAME_OF_REFERENCE_UID));
    var report = MeasurementReport.of(ResultContext.of(placeless), Optional.empty());
    assertThat(ReportText.of(report))
        .doesNotContain("SCOORD3D")
        .doesNotContain("Referenced Segment")
        .doesNotContain("TID 1411")
        .contains("TEXT Tracking Identifier = Lesion 1");
  }

  @Test
  void leaves_out_a_study_date_of_an_old_form_but_keeps_it_in_the_header() {
    var old =
        DicomExample.withHeader(
            findings, header -> header.text(Tag.STUDY_DATE, Vr.DA, "2020.02.20"));
    assertThat(ReportText.of(report(old))).doesNotContain("DATE Study Date");
    assertThat(report(old).text(Tag.STUDY_DATE)).contains("2020.02.20");
  }

  @Test
  void has_a_series_and_number_of_its_own() {
    var report = report(findings);
    assertThat(report.integer(Tag.SERIES_NUMBER)).hasValue(ResultKind.MEASUREMENTS.seriesNumber());
    assertThat(report.uid(Tag.SERIES_INSTANCE_UID))
        .isNotEqualTo(segmentation(findings).uid(Tag.SERIES_INSTANCE_UID));
  }

  private static DataSet report(ReadingFindings findings) {
    return MeasurementReport.of(
        ResultContext.of(findings), Optional.of(SegmentPlan.of(findings.segmentation())));
  }

  private static DataSet segmentation(ReadingFindings findings) {
    return SegmentationObject.of(
        ResultContext.of(findings), SegmentPlan.of(findings.segmentation()));
  }

  private static List<Uid> instances(DataSet series) {
    var uids = new ArrayList<Uid>();
    for (var reference : series.items(Tag.REFERENCED_SOP_SEQUENCE)) {
      uids.add(reference.uid(Tag.REFERENCED_SOP_INSTANCE_UID).orElseThrow());
    }
    return uids;
  }

  private static Stream<DataSet> numbers(DataSet report) {
    return all(report).filter(item -> item.text(Tag.VALUE_TYPE).filter("NUM"::equals).isPresent());
  }

  private static Stream<DataSet> all(DataSet item) {
    return Stream.concat(
        Stream.of(item),
        item.items(Tag.CONTENT_SEQUENCE).stream().flatMap(MeasurementReportTest::all));
  }
}
