package org.hilum.imaging.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.dicom.DicomParse;
import org.hilum.imaging.dicom.DicomReader;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.dicom.Uid;
import org.hilum.imaging.quantification.Lesion;
import org.hilum.imaging.reporting.json.ReadingDocument;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class HandCorrectionTest {

  @TempDir Path folder;

  private final ReadingFindings network = FindingsExample.withIntervals(DicomExample.diseased());
  private final ReadingFindings corrected = corrected(network, "1 revision 4");

  private static ReadingFindings corrected(ReadingFindings findings, String identity) {
    var uids = new ArrayList<Uid>();
    for (Lesion lesion : findings.measurements().lesions()) {
      uids.add(Uid.derived("followed", Integer.toString(lesion.number())));
    }
    Collections.reverse(uids);
    return new ReadingFindings(
        findings.studyName(),
        findings.volume(),
        findings.source(),
        findings.segmentation(),
        findings.measurements(),
        findings.deviations(),
        findings.notChosen(),
        findings.readAt(),
        findings.software(),
        Optional.of(
            new HandCorrection(
                "dr.wang",
                ZonedDateTime.parse("2020-02-21T09:15:00+08:00"),
                4,
                1,
                identity,
                uids,
                Optional.empty())));
  }

  @Test
  void is_said_in_the_file_for_other_programs() throws IOException {
    var file = ReadingJson.write(corrected, new StepTimes(Map.of(), 0), List.of(), folder);
    var root = new ObjectMapper().readTree(file.toFile());
    var schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(
                Objects.requireNonNull(
                    ReadingDocument.class.getResourceAsStream("reading.schema.json")));
    assertThat(schema.validate(root)).isEmpty();
    assertThat(root.at("/correction/by").asText()).isEqualTo("dr.wang");
    assertThat(root.at("/correction/steps").asInt()).isEqualTo(4);
    var lesions = corrected.measurements().lesions();
    assertThat(root.at("/lesions/0/trackingUid").asText())
        .isEqualTo(Uid.derived("followed", Integer.toString(lesions.size())).value());
    var read = ReadingJson.read(file, name -> Optional.empty()).orElseThrow();
    assertThat(read.interval())
        .isEqualTo(network.segmentation().uncertainty().map(said -> said.interval()));
    assertThat(read.networks()).isEqualTo(network.segmentation().networks());
    assertThat(ReadingJson.measured(file)).contains(ReadingJson.measured(corrected));
  }

  @Test
  void is_said_on_the_page_in_either_language() throws IOException {
    for (var language : Language.values()) {
      var pdf = new ReadingPages().pdf(corrected, language);
      try (var document = Loader.loadPDF(pdf)) {
        var text = new PDFTextStripper().getText(document);
        assertThat(text).contains("dr.wang", "REP-023");
        assertThat(text)
            .contains(language == Language.CHINESE ? "病变范围已人工修改" : "corrected by hand")
            .contains(language == Language.CHINESE ? "根据人工修改后" : "that a person corrected");
      }
    }
  }

  @Test
  void makes_objects_of_their_own_whose_opacity_is_semiautomatic() throws IOException {
    var first = written(network, "network");
    var second = written(corrected, "corrected");
    var third = written(corrected(network, "1 revision 5"), "later");
    assertThat(List.of(uid(first), uid(second), uid(third))).doesNotHaveDuplicates();
    assertThat(types(first)).containsOnly("AUTOMATIC");
    assertThat(types(second)).contains("AUTOMATIC", "SEMIAUTOMATIC");
  }

  private DataSet written(ReadingFindings findings, String name) throws IOException {
    var place = folder.resolve(name);
    var pages = new ReadingPages();
    new DicomResultWriter()
        .write(
            findings,
            new KeyPage(
                pages.pdf(findings, Language.ENGLISH), pages.keyPage(findings, Language.ENGLISH)),
            place);
    var file = place.resolve(ResultKind.SEGMENTATION.fileName());
    assertThat(Files.exists(file)).isTrue();
    return ((DicomParse.Parsed) DicomReader.read(file, DicomReader.Depth.HEADER))
        .object()
        .dataSet();
  }

  private static Uid uid(DataSet object) {
    return object.uid(Tag.SOP_INSTANCE_UID).orElseThrow();
  }

  private static List<String> types(DataSet object) {
    return object.items(Tag.SEGMENT_SEQUENCE).stream()
        .map(each -> each.text(Tag.SEGMENT_ALGORITHM_TYPE).orElseThrow())
        .toList();
  }
}
