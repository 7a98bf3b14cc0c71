package org.hilum.server.hospital;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.hilum.imaging.dicom.CharacterSet;
import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.dicom.DicomParse;
import org.hilum.imaging.dicom.DicomReader;
import org.hilum.imaging.dicom.DicomWriter;
import org.hilum.imaging.dicom.Element;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.dicom.Vr;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** From the scanner to the worklist: sent by DIMSE, read by the real network, found by people. */
@ExtendWith(RunningServer.Shared.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FirstReadingIT {

  private static final String NAME = "Zhang^Xiaodong=张^小东";
  private static final String ID = "READ-1";

  private static Visitor doctor;
  private static String study;

  @TempDir static Path folder;

  @BeforeAll
  static void send_a_chest_and_wait_until_it_is_read(RunningServer server)
      throws IOException, InterruptedException {
    doctor = server.everybody("main");
    var files = DrawnStudies.whole("X", ID, LocalDate.of(2024, 5, 6), folder);
    for (var file : files) {
      DicomWriter.write(inGb18030(dataSet(file)), file);
    }
    study = dataSet(files.getFirst()).uid(Tag.STUDY_INSTANCE_UID).orElseThrow().value();
    Dimse.send(server.dicom("SCANNER_1"), files);
    RunningServer.await("study read", () -> isEnded(entry()));
  }

  private static DataSet dataSet(Path file) throws IOException {
    return ((DicomParse.Parsed) DicomReader.read(file, DicomReader.Depth.WHOLE)).object().dataSet();
  }

  private static DataSet inGb18030(DataSet drawn) {
    return drawn.toBuilder()
        .characterSet(new CharacterSet(List.of("GB18030")))
        .text(Tag.SPECIFIC_CHARACTER_SET, Vr.CS, "GB18030")
        .text(Tag.PATIENT_NAME, Vr.PN, NAME)
        .build();
  }

  private static JsonNode entry() {
    return doctor.get("/api/worklist/main/" + study).json();
  }

  private static boolean isEnded(JsonNode entry) {
    return List.of("READ", "REFUSED", "SET_ASIDE").contains(entry.path("state").asString(""));
  }

  @Test
  void the_worklist_says_that_it_is_read_and_what_was_measured() {
    var entry = entry();
    assertThat(entry.get("state").asString()).as(entry.toString()).isEqualTo("READ");
    assertThat(entry.get("patientName").asString()).isEqualTo(NAME);
    assertThat(entry.at("/summary/opacityPercent").asDouble()).isBetween(0.5, 60.0);
    assertThat(doctor.get("/api/worklist/main/" + study + "/results").good().json()).hasSize(1);
  }

  @Test
  void segmentation_report_and_document_are_in_the_archive() {
    var series = doctor.get("/dicomweb/studies/" + study + "/series").good().json();
    assertThat(series)
        .extracting(each -> each.at("/00080060/Value/0").asString())
        .contains("CT", "SEG", "SR", "DOC");
  }

  @Test
  void the_patient_is_found_by_the_name_in_either_script() {
    for (var part : List.of("张", "张^小东", "zhang")) {
      var found = doctor.get("/api/worklist?text=" + encoded(part)).good().json();
      assertThat(found.get("entries"))
          .as(part)
          .extracting(each -> each.get("studyInstanceUid").asString())
          .contains(study);
    }
    for (var match : List.of("张*", "Zhang*")) {
      var found = doctor.get("/dicomweb/studies?PatientName=" + encoded(match)).good().json();
      assertThat(found).as(match).hasSize(1);
      var name = found.get(0).at("/00100010/Value/0");
      assertThat(name.get("Alphabetic").asString()).isEqualTo("Zhang^Xiaodong");
      assertThat(name.get("Ideographic").asString()).isEqualTo("张^小东");
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Test
  void the_name_is_kept_in_the_bytes_that_were_sent() {
    var sent =
        doctor.get("/dicomweb/studies/" + study + "/series?Modality=CT").good().json().get(0);
    var series = sent.at("/0020000E/Value/0").asString();
    var instance =
        doctor
            .get("/dicomweb/studies/" + study + "/series/" + series + "/instances?limit=1")
            .good()
            .json()
            .get(0)
            .at("/00080018/Value/0")
            .asString();
    var path = "/dicomweb/studies/" + study + "/series/" + series + "/instances/" + instance;
    var part = doctor.get(path, "Accept", "application/dicom").good().body();
    var object = ((DicomParse.Parsed) DicomReader.read(part, DicomReader.Depth.HEADER)).object();
    assertThat(object.dataSet().characterSet().definedTerms()).containsExactly("GB18030");
    var bytes = (Element.Bytes) object.dataSet().element(Tag.PATIENT_NAME).orElseThrow().value();
    assertThat(new String(bytes.bytes(), Charset.forName("GB18030")).strip()).isEqualTo(NAME);
  }
}
