package org.hilum.imaging.signing.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hilum.fixtures.Peer;
import org.hilum.imaging.archive.InstanceSelection;
import org.hilum.imaging.archive.Visibility;
import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.dicom.DicomParse;
import org.hilum.imaging.dicom.DicomReader;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.signing.SigningRoom;
import org.hilum.imaging.worklist.ReportMark;
import org.hilum.imaging.worklist.StudyResult;
import org.hilum.imaging.worklist.StudyResult.Kind;
import org.hilum.platform.access.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SignatureTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String SR = "1.2.840.10008.5.1.4.1.1.88.11";
  private static final String PAGE = "1.2.840.10008.5.1.4.1.1.104.1";

  @TempDir Path folder;
  private SigningWeb web;
  private SigningRoom room;
  private String radiologist = "";

  @BeforeEach
  void draft() throws Exception {
    web = new SigningWeb(folder);
    room = web.room;
    radiologist = room.account("li", Role.RADIOLOGIST);
    room.reading(1);
    room.comparison("comparison.json");
    web.as(Role.RADIOLOGIST, radiologist).prefill("en").andExpect(status().isOk());
  }

  private List<StudyResult> signed() {
    return room.worklist.results(room.key).stream()
        .filter(each -> each.kind() == Kind.REPORT)
        .toList();
  }

  private JsonNode file(StudyResult result, String path) throws Exception {
    return JSON.readTree(Files.readAllBytes(path(result, path)));
  }

  private Path path(StudyResult result, String path) {
    return room.worklist.resultFile(room.key, result.id(), path).orElseThrow().file();
  }

  private List<Path> archived(String sopClass) {
    return room
        .archive
        .instances(
            InstanceSelection.study(room.key.studyInstanceUid()), Visibility.of(room.institution))
        .stream()
        .filter(each -> each.sopClassUid().value().equals(sopClass))
        .map(each -> each.file())
        .toList();
  }

  private static DataSet dataSet(Path file) throws Exception {
    return DicomReader.read(file, DicomReader.Depth.WHOLE) instanceof DicomParse.Parsed parsed
        ? parsed.object().dataSet()
        : DataSet.builder().build();
  }

  @Test
  void signing_freezes_the_report_and_writes_page_document_and_fhir() throws Exception {
    web.sign(1, SigningRoom.PASSWORD)
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.state").value("SIGNED"))
        .andExpect(jsonPath("$.by").value(radiologist))
        .andExpect(jsonPath("$.history[0].kind").value("SIGNED"))
        .andExpect(jsonPath("$.history[0].byName").value("li li"))
        .andExpect(jsonPath("$.history[0].contentHash").isNotEmpty())
        .andExpect(jsonPath("$.history[0].files[*].path", hasItem("report.pdf")))
        .andExpect(jsonPath("$.history[0].files[*].path", hasItem("diagnostic-report.json")));
    var result = signed().getFirst();
    assertThat(result.isCurrent()).isTrue();
    assertThat(Files.readAllBytes(path(result, "report.pdf")))
        .startsWith("%PDF-".getBytes("ASCII"));
    var frozen = file(result, "report.json");
    assertThat(frozen.at("/content/sentences/0/numbers/0/path").asString())
        .isEqualTo("reading.json#/regions/0/opacityPercent");
    assertThat(frozen.at("/content/basis/hashes").size()).isEqualTo(3);
    var fhir = file(result, "diagnostic-report.json");
    assertThat(fhir.at("/status").asString()).isEqualTo("final");
    assertThat(fhir.at("/conclusion").asString()).contains("Typical appearance", "CO-RADS 5");
    assertThat(fhir.at("/resultsInterpreter/0/display").asString()).isEqualTo("li li");
    the_numbers_it_rests_on_go_with_it(fhir);
    var mark = room.entry().report();
    assertThat(mark.state()).isEqualTo(ReportMark.State.SIGNED);
    assertThat(mark.by()).isEqualTo(radiologist);
  }

  private static void the_numbers_it_rests_on_go_with_it(JsonNode fhir) {
    assertThat(fhir.path("result").size()).isEqualTo(fhir.path("contained").size()).isEqualTo(14);
    assertThat(fhir.at("/result/0/reference").asString()).isEqualTo("#lungs");
    var lungs = fhir.at("/contained/0");
    assertThat(lungs.at("/id").asString()).isEqualTo("lungs");
    assertThat(lungs.at("/status").asString()).isEqualTo("final");
    assertThat(lungs.path("subject")).isEqualTo(fhir.path("subject"));
    assertThat(lungs.path("effectiveDateTime")).isEqualTo(fhir.path("effectiveDateTime"));
    assertThat(lungs.at("/bodySite/text").asString()).isEqualTo("Lung, Bilateral");
    assertThat(lungs.at("/device/display").asString()).startsWith("Hilum");
    var percent = lungs.at("/component/2");
    assertThat(percent.at("/code/coding/0/code").asString()).isEqualTo("OPACITY-PCT");
    assertThat(percent.at("/valueQuantity/value").asDouble()).isEqualTo(2.4034);
    assertThat(percent.at("/valueQuantity/system").asString())
        .isEqualTo("http://unitsofmeasure.org");
    assertThat(percent.at("/valueQuantity/code").asString()).isEqualTo("%");
    for (var observation : fhir.path("contained")) {
      assertThat(observation.path("id").asString()).matches("[a-z-]{1,64}");
      for (var component : observation.path("component")) {
        assertThat(component.has("valueQuantity") || component.has("valueRange"))
            .as("a value, or why there is none: %s", component)
            .isNotEqualTo(component.has("dataAbsentReason"));
      }
    }
  }

  @Test
  void the_document_is_verified_and_refers_to_the_reading() throws Exception {
    web.sign(1, SigningRoom.PASSWORD).andExpect(status().isOk());
    var sr = dataSet(archived(SR).getFirst());
    assertThat(sr.text(Tag.VERIFICATION_FLAG)).contains("VERIFIED");
    assertThat(sr.text(Tag.COMPLETION_FLAG)).contains("COMPLETE");
    assertThat(sr.items(Tag.VERIFYING_OBSERVER_SEQUENCE).getFirst().text(0x0040A075))
        .contains("li li^");
    assertThat(
            sr.items(Tag.CURRENT_REQUESTED_PROCEDURE_EVIDENCE_SEQUENCE)
                .getFirst()
                .items(Tag.REFERENCED_SERIES_SEQUENCE)
                .getFirst()
                .uid(Tag.SERIES_INSTANCE_UID))
        .contains(room.readingSeries());
    assertThat(sr.text(Tag.PATIENT_NAME)).contains("Phantom^Zoë=幻^影");
    var page = dataSet(archived(PAGE).getFirst());
    assertThat(page.text(Tag.VERIFICATION_FLAG)).contains("VERIFIED");
    assertThat(page.text(Tag.STUDY_INSTANCE_UID)).contains(room.key.studyInstanceUid().value());
  }

  @Test
  void others_find_no_fault_with_the_objects() throws Exception {
    var told =
        """
        {"revision": 1, "language": "zh", "isCritical": true,
          "communication": {"to": "王医生", "how": "电话", "at": "2026-01-01T07:55:00Z"},
          "sentences": [{"id": "a", "section": "FINDINGS", "text": "双肺磨玻璃影。"},
            {"id": "b", "section": "IMPRESSION", "text": "典型表现。"}]}
        """;
    web.save(told).andExpect(status().isOk());
    web.sign(2, SigningRoom.PASSWORD).andExpect(status().isOk());
    web.send(
            "/addendum",
            "{\"password\": \"%s\", \"text\": \"右肺另见结节。\"}".formatted(SigningRoom.PASSWORD))
        .andExpect(status().isOk());
    var dciodvfy = Peer.require("dciodvfy", "dicom3tools");
    for (var object : List.of(archived(SR), archived(PAGE))) {
      assertThat(object).hasSize(2);
      for (var file : object) {
        assertThat(
                dciodvfy
                    .run(List.of(file.toString()))
                    .output()
                    .lines()
                    .filter(line -> line.startsWith("Error") || line.startsWith("Warning")))
            .isEmpty();
      }
    }
    var dsrdump = Peer.require("dsrdump", "dcmtk");
    var said = dsrdump.run(List.of("+U8", "+Pl", archived(SR).getLast().toString()));
    assertThat(said.exitCode()).as(said.output()).isZero();
    assertThat(said.output())
        .contains("双肺磨玻璃影", "右肺另见结节", "王医生", "Communication of Critical Results");
  }

  @Test
  void a_wrong_password_signs_nothing_and_is_slowed_like_a_sign_in() throws Exception {
    for (int n = 0; n < 5; n++) {
      web.sign(1, "wrong")
          .andExpect(status().isUnprocessableContent())
          .andExpect(jsonPath("$.code").value("SGN-007"));
    }
    web.sign(1, SigningRoom.PASSWORD)
        .andExpect(status().isTooManyRequests())
        .andExpect(header().exists("Retry-After"))
        .andExpect(jsonPath("$.code").value("SGN-008"));
    assertThat(signed()).isEmpty();
    assertThat(web.audited).filteredOn(entry -> !entry.allowed()).hasSize(6);
    room.now.updateAndGet(now -> now.plus(Duration.ofMinutes(1)));
    web.sign(1, SigningRoom.PASSWORD).andExpect(status().isOk());
  }

  @Test
  void only_a_radiologist_signs_and_no_token() throws Exception {
    var administrator = room.account("root", Role.ADMINISTRATOR);
    for (var who : List.of(administrator, "token-1", "nobody")) {
      web.as(Role.RADIOLOGIST, who)
          .sign(1, SigningRoom.PASSWORD)
          .andExpect(status().isUnprocessableContent())
          .andExpect(jsonPath("$.code").value("SGN-010"));
    }
    assertThat(signed()).isEmpty();
  }

  @Test
  void who_comes_by_the_house_and_has_no_password_here_is_told_what_to_do() throws Exception {
    var login = "zhao@" + room.institution;
    room.accounts.make(room.institution, login, "Zhao", Set.of(Role.RADIOLOGIST));
    room.accounts.signOn("https://house/sub-" + room.institution, login);
    web.as(Role.RADIOLOGIST, login)
        .sign(1, "house password")
        .andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.code").value("SGN-009"));
  }

  @Test
  void what_is_signed_is_neither_written_over_nor_signed_again() throws Exception {
    web.sign(1, SigningRoom.PASSWORD).andExpect(status().isOk());
    web.prefill("zh")
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.code").value("SGN-004"));
    web.save("{\"revision\": 2, \"language\": \"en\", \"sentences\": []}")
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.code").value("SGN-004"));
    web.sign(2, SigningRoom.PASSWORD).andExpect(status().isConflict());
    assertThat(signed()).hasSize(1);
  }

  @Test
  void an_old_revision_is_not_signed() throws Exception {
    web.prefill("zh");
    web.sign(1, SigningRoom.PASSWORD)
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.code").value("SGN-003"))
        .andExpect(jsonPath("$.revision").value(2));
  }

  @Test
  void an_empty_report_is_not_signed() throws Exception {
    web.save("{\"revision\": 1, \"language\": \"en\", \"sentences\": []}");
    web.sign(2, SigningRoom.PASSWORD)
        .andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.code").value("SGN-006"));
  }

  @Test
  void on_an_older_reading_it_is_signed_only_where_that_is_meant() throws Exception {
    room.reading(2);
    web.sign(1, SigningRoom.PASSWORD)
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.code").value("SGN-011"));
    web.send(
            "/sign",
            "{\"revision\": 1, \"isOnOlder\": true, \"password\": \"%s\"}"
                .formatted(SigningRoom.PASSWORD))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.hasNewer").value(true))
        .andExpect(jsonPath("$.basis.version").value(1));
    assertThat(room.entry().report().isOutdated(room.entry().version(), room.entry().lastImageAt()))
        .isTrue();
  }

  @Test
  void a_newer_reading_leaves_what_was_signed_as_it_was() throws Exception {
    web.sign(1, SigningRoom.PASSWORD);
    var before = Files.readAllBytes(path(signed().getFirst(), "report.pdf"));
    room.reading(2);
    web.againSignatures().takeUp();
    web.look()
        .andExpect(jsonPath("$.state").value("SIGNED"))
        .andExpect(jsonPath("$.hasNewer").value(true))
        .andExpect(jsonPath("$.sentences[0].text").value(containsString("2.4 %")));
    assertThat(Files.readAllBytes(path(signed().getFirst(), "report.pdf"))).isEqualTo(before);
  }

  @Test
  void an_addendum_amends_and_refers_to_what_it_amends() throws Exception {
    web.sign(1, SigningRoom.PASSWORD);
    room.now.updateAndGet(now -> now.plus(Duration.ofHours(1)));
    web.send(
            "/addendum",
            "{\"password\": \"%s\", \"text\": \"A nodule of 4 mm was missed.\"}"
                .formatted(SigningRoom.PASSWORD))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.state").value("SIGNED"))
        .andExpect(jsonPath("$.history[1].kind").value("ADDENDUM"))
        .andExpect(jsonPath("$.history[1].text").value("A nodule of 4 mm was missed."));
    assertThat(signed()).hasSize(2).extracting(StudyResult::isCurrent).containsExactly(true, false);
    var fhir = file(signed().getFirst(), "diagnostic-report.json");
    assertThat(fhir.at("/status").asString()).isEqualTo("amended");
    assertThat(fhir.at("/conclusion").asString()).contains("Typical", "nodule of 4 mm");
    var documents = archived(SR);
    assertThat(documents).hasSize(2);
    var first = dataSet(documents.getFirst());
    var second = dataSet(documents.getLast());
    var predecessor =
        (second.items(Tag.PREDECESSOR_DOCUMENTS_SEQUENCE).isEmpty() ? first : second)
            .items(Tag.PREDECESSOR_DOCUMENTS_SEQUENCE)
            .getFirst()
            .items(Tag.REFERENCED_SERIES_SEQUENCE)
            .getFirst()
            .items(Tag.REFERENCED_SOP_SEQUENCE)
            .getFirst()
            .uid(Tag.REFERENCED_SOP_INSTANCE_UID);
    assertThat(predecessor)
        .isIn(first.uid(Tag.SOP_INSTANCE_UID), second.uid(Tag.SOP_INSTANCE_UID))
        .isNotEmpty();
  }

  @Test
  void a_withdrawal_says_why_and_another_report_may_follow() throws Exception {
    web.sign(1, SigningRoom.PASSWORD);
    web.send(
            "/withdraw",
            "{\"password\": \"%s\", \"reason\": \"wrong patient\"}".formatted(SigningRoom.PASSWORD))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.state").value("WITHDRAWN"))
        .andExpect(jsonPath("$.history[1].text").value("wrong patient"));
    var fhir = file(signed().getFirst(), "diagnostic-report.json");
    assertThat(fhir.at("/status").asString()).isEqualTo("entered-in-error");
    assertThat(fhir.at("/conclusion").asString()).isEqualTo("wrong patient");
    assertThat(fhir.has("result")).as("repeats nothing").isFalse();
    assertThat(room.entry().report().state()).isEqualTo(ReportMark.State.WITHDRAWN);
    web.send(
            "/addendum",
            "{\"password\": \"%s\", \"text\": \"more\"}".formatted(SigningRoom.PASSWORD))
        .andExpect(status().isConflict());
    web.prefill("zh").andExpect(jsonPath("$.state").value("DRAFT"));
    web.sign(4, SigningRoom.PASSWORD)
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.history.length()").value(3));
    assertThat(file(signed().getFirst(), "diagnostic-report.json").at("/status").asString())
        .isEqualTo("final");
  }

  @Test
  void what_a_stop_kept_from_being_written_is_written_once() throws Exception {
    Files.createDirectories(folder);
    var incoming = folder.resolve("results").resolve("incoming");
    Files.move(incoming, folder.resolve("aside"));
    web.sign(1, SigningRoom.PASSWORD)
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.state").value("SIGNED"))
        .andExpect(jsonPath("$.history[0].result").doesNotExist())
        .andExpect(jsonPath("$.history[0].files.length()").value(0));
    assertThat(signed()).isEmpty();
    Files.move(folder.resolve("aside"), incoming);
    web.againSignatures().takeUp();
    web.againSignatures().takeUp();
    assertThat(signed()).hasSize(1);
    assertThat(archived(SR)).hasSize(1);
    web.look().andExpect(jsonPath("$.history[0].files[*].path", hasItem("report.pdf")));
  }

  @Test
  void the_draft_can_be_seen_as_a_page_before_it_is_signed() throws Exception {
    web.look("/preview.pdf")
        .andExpect(status().isOk())
        .andExpect(content().contentType("application/pdf"));
    room.sql("DELETE FROM signing_report WHERE institution = ?", room.institution);
    web.look("/preview.pdf").andExpect(status().isNoContent());
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"password\": \"x\"}", "{\"text\": \"y\"}"})
  void a_malformed_addendum_is_refused_in_words(String body) throws Exception {
    web.send("/addendum", body)
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.code").value("SGN-002"));
  }

  /** For people to look at: written where the system property says. */
  @ParameterizedTest
  @ValueSource(strings = {"en", "zh"})
  void pages_to_look_at(String language) throws Exception {
    web.prefill(language);
    web.sign(2, SigningRoom.PASSWORD);
    var where = Optional.ofNullable(System.getProperty("hilum.pages")).map(Path::of);
    if (where.isPresent()) {
      Files.createDirectories(where.get());
      Files.copy(
          path(signed().getFirst(), "report.pdf"),
          where.get().resolve("signed-" + language + ".pdf"));
    }
    assertThat(signed()).hasSize(1);
  }
}
