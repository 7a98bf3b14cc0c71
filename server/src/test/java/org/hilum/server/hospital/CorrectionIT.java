package org.hilum.server.hospital;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.hilum.imaging.dicom.DicomParse;
import org.hilum.imaging.dicom.DicomReader;
import org.hilum.imaging.dicom.Tag;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A reading of the real network is corrected over HTTP, and the corrected one counts. */
@ExtendWith(RunningServer.Shared.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CorrectionIT {

  private static Visitor doctor;
  private static String base;
  private static String study;

  @TempDir static Path folder;

  @BeforeAll
  static void send_a_chest_and_wait_until_it_is_read(RunningServer server)
      throws IOException, InterruptedException {
    doctor = server.everybody("main");
    var files = DrawnStudies.whole("C", "CORRECT-1", LocalDate.of(2024, 5, 7), folder);
    var parsed = (DicomParse.Parsed) DicomReader.read(files.getFirst(), DicomReader.Depth.HEADER);
    study = parsed.object().dataSet().uid(Tag.STUDY_INSTANCE_UID).orElseThrow().value();
    base = "/api/worklist/main/" + study;
    Dimse.send(server.dicom("SCANNER_1"), files);
    RunningServer.await(
        "study read", () -> doctor.get(base).json().path("state").asString("").equals("READ"));
  }

  private static double percent(JsonNode measurements) {
    return measurements.at("/regions/0/opacityPercent").asDouble();
  }

  private static List<String> resultSeries() {
    return doctor
        .get("/dicomweb/studies/" + study + "/series")
        .good()
        .json()
        .valueStream()
        .filter(each -> !each.at("/00080060/Value/0").asString().equals("CT"))
        .map(each -> each.at("/0020000E/Value/0").asString())
        .toList();
  }

  @Test
  void what_a_person_makes_of_it_counts_and_the_networks_own_is_kept() {
    var before = doctor.get(base + "/correction").good().json();
    assertThat(before.get("revision").asInt()).isZero();
    assertThat(percent(before.get("measurements"))).isPositive();
    var networkSeries = resultSeries();
    var lesion = before.at("/lesions/0/trackingUid").asString();

    var step =
        doctor
            .post(
                base + "/correction/steps",
                Map.of("revision", 0, "kind", "DELETE_LESION", "lesions", List.of(lesion)))
            .good()
            .json();
    assertThat(percent(step.get("measurements"))).isLessThan(percent(before.get("measurements")));
    var undone = doctor.post(base + "/correction/undo", Map.of("revision", 1)).good().json();
    assertThat(undone.get("measurements")).isEqualTo(before.get("measurements"));
    assertThat(undone.get("lesions")).isEqualTo(before.get("lesions"));
    doctor.post(base + "/correction/redo", Map.of("revision", 2)).good();
    var applied = doctor.post(base + "/correction/apply", Map.of("revision", 3)).good().json();
    assertThat(applied.get("isApplied").asBoolean()).isTrue();

    var entry = doctor.get(base).good().json();
    assertThat(entry.at("/summary/opacityPercent").asDouble())
        .isEqualTo(percent(step.get("measurements")));
    assertThat(entry.get("version").asInt()).isEqualTo(2);
    var results = doctor.get(base + "/results").good().json();
    assertThat(results).hasSize(2);
    assertThat(results.get(0).get("id")).isEqualTo(applied.get("applied"));
    assertThat(results.get(0).get("isCurrent").asBoolean()).isTrue();
    assertThat(results.get(1).get("id")).isEqualTo(before.get("result"));
    assertThat(results.get(1).get("isCurrent").asBoolean()).isFalse();
    assertThat(resultSeries())
        .hasSameSizeAs(networkSeries)
        .doesNotContainAnyElementsOf(networkSeries);
    var reading =
        doctor
            .get(base + "/results/" + applied.get("applied").asString() + "/files/reading.json")
            .good()
            .json();
    assertThat(reading.at("/correction/fromVersion").asInt()).isEqualTo(1);
    assertThat(reading.get("lesions")).isEqualTo(step.get("lesions"));
    assertThat(doctor.get(base + "/correction").good().json().get("isApplied").asBoolean())
        .isTrue();
    doctor.get(base + "/correction/mask.nii.gz").good();
  }
}
