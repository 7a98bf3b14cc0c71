package org.hilum.imaging.signing.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.hilum.imaging.signing.SigningRoom;
import org.hilum.imaging.worklist.ReportMark;
import org.hilum.platform.access.AuditEntry;
import org.hilum.platform.access.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.ResultActions;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReportControllerTest {

  @TempDir Path folder;
  private SigningWeb web;
  private SigningRoom room;

  @BeforeEach
  void serve() throws Exception {
    web = new SigningWeb(folder);
    room = web.room;
  }

  private ResultActions prefill(String language) throws Exception {
    return web.prefill(language);
  }

  private ResultActions save(int revision, String text) throws Exception {
    return web.save(draft(revision, text));
  }

  private static String draft(int revision, String text) {
    return """
        {"revision": %d, "language": "en", "isCritical": false, "sentences": [
          {"id": "extent", "section": "FINDINGS", "text": "%s"},
          {"id": "mine-1", "section": "IMPRESSION", "text": "No effusion."}]}
        """
        .formatted(revision, text);
  }

  @Test
  void nobody_has_begun() throws Exception {
    web.look()
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.state").value("NONE"))
        .andExpect(jsonPath("$.revision").value(0))
        .andExpect(jsonPath("$.sentences.length()").value(0))
        .andExpect(jsonPath("$.basis").doesNotExist());
  }

  @Test
  void a_draft_is_prefilled_with_links_in_both_languages() throws Exception {
    long reading = room.reading(1);
    long comparison = room.comparison("comparison.json");
    prefill("en")
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.state").value("DRAFT"))
        .andExpect(jsonPath("$.revision").value(1))
        .andExpect(jsonPath("$.basis.result").value(Long.toString(reading)))
        .andExpect(jsonPath("$.basis.comparison").value(Long.toString(comparison)))
        .andExpect(jsonPath("$.sentences[0].id").value("extent"))
        .andExpect(jsonPath("$.sentences[0].text").value(startsWith("Opacity takes up 2.4 %")))
        .andExpect(jsonPath("$.sentences[0].isEdited").value(false))
        .andExpect(
            jsonPath("$.sentences[0].numbers[0].path")
                .value("reading.json#/regions/0/opacityPercent"))
        .andExpect(jsonPath("$.sentences[*].id", hasItem("course")));
    prefill("zh")
        .andExpect(jsonPath("$.language").value("zh"))
        .andExpect(jsonPath("$.sentences[0].text").value(containsString("双肺")));
    assertThat(room.entry().report().state()).isEqualTo(ReportMark.State.DRAFT);
    assertThat(room.entry().report().version()).isEqualTo(1);
  }

  @Test
  void a_study_without_a_reading_is_written_by_hand() throws Exception {
    prefill("en").andExpect(status().isConflict()).andExpect(jsonPath("$.code").value("SGN-005"));
    save(0, "Clear lungs.").andExpect(status().isOk());
    web.look()
        .andExpect(jsonPath("$.sentences[0].text").value("Clear lungs."))
        .andExpect(jsonPath("$.sentences[0].isEdited").value(true))
        .andExpect(jsonPath("$.hasNewer").value(false));
  }

  @Test
  void what_a_person_wrote_outlives_a_stop_and_another_prefill() throws Exception {
    room.reading(1);
    prefill("en");
    save(1, "Opacity is slight.")
        .andExpect(jsonPath("$.revision").value(2))
        .andExpect(jsonPath("$.sentences[0].isEdited").value(true))
        .andExpect(jsonPath("$.sentences[0].prefilled").value(startsWith("Opacity takes up")))
        .andExpect(jsonPath("$.sentences[0].numbers.length()").value(2));
    assertThat(web.againReports().report(room.key).text().sentence("mine-1").orElseThrow().text())
        .isEqualTo("No effusion.");
    prefill("zh")
        .andExpect(jsonPath("$.sentences[0].text").value("Opacity is slight."))
        .andExpect(jsonPath("$.sentences[0].prefilled").value(containsString("双肺")))
        .andExpect(jsonPath("$.sentences[*].id", hasItem("mine-1")));
  }

  @Test
  void who_writes_over_an_old_revision_is_told_who_changed_it_and_when() throws Exception {
    save(0, "One.");
    web.as(Role.RADIOLOGIST, "wang");
    save(0, "Two.")
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.code").value("SGN-003"))
        .andExpect(jsonPath("$.by").value("li"))
        .andExpect(jsonPath("$.at").value("2026-01-01T08:00:00Z"))
        .andExpect(jsonPath("$.revision").value(1));
    save(1, "Two.").andExpect(status().isOk());
    web.as(Role.RADIOLOGIST, "li");
    save(1, "Three.").andExpect(status().isConflict()).andExpect(jsonPath("$.by").value("wang"));
    web.send("/prefill", "{\"language\": \"en\", \"revision\": 1}")
        .andExpect(status().isConflict());
    web.look().andExpect(jsonPath("$.sentences[0].text").value("Two."));
  }

  @Test
  void of_many_who_save_at_once_one_is_kept_for_each_revision() throws Exception {
    int kept = 0;
    try (var people = Executors.newFixedThreadPool(8)) {
      var tries =
          IntStream.range(0, 8)
              .mapToObj(
                  n ->
                      people.submit(
                          () -> save(0, "Text " + n).andReturn().getResponse().getStatus()))
              .toList();
      for (var each : tries) {
        kept += each.get() == 200 ? 1 : 0;
      }
    }
    assertThat(kept).isEqualTo(1);
    assertThat(web.reports.report(room.key).revision()).isEqualTo(1);
  }

  @Test
  void a_newer_reading_is_said_and_leaves_the_draft_alone() throws Exception {
    room.reading(1);
    prefill("en");
    room.reading(2);
    web.look()
        .andExpect(jsonPath("$.hasNewer").value(true))
        .andExpect(jsonPath("$.basis.version").value(1));
    prefill("en")
        .andExpect(jsonPath("$.hasNewer").value(false))
        .andExpect(jsonPath("$.basis.version").value(2));
  }

  @Test
  void what_a_person_corrected_counts_and_not_what_the_network_read() throws Exception {
    room.reading(1);
    prefill("en");
    var corrected =
        Files.readString(Path.of("../reporting/src/test/resources/golden/reading.json"))
            .replaceFirst("\"opacityPercent\" : 2.4034", "\"opacityPercent\" : 7.5");
    room.reading(2, corrected.getBytes(StandardCharsets.UTF_8));
    web.look().andExpect(jsonPath("$.hasNewer").value(true));
    prefill("en")
        .andExpect(jsonPath("$.sentences[0].text").value(startsWith("Opacity takes up 7.5 %")))
        .andExpect(jsonPath("$.basis.version").value(2))
        .andExpect(jsonPath("$.hasNewer").value(false));
  }

  @Test
  void a_clinician_sees_that_there_is_a_draft_and_not_what_it_says() throws Exception {
    save(0, "Not ready.");
    web.as(Role.CLINICIAN, "c");
    web.look()
        .andExpect(jsonPath("$.state").value("DRAFT"))
        .andExpect(jsonPath("$.sentences.length()").value(0));
  }

  @Test
  void another_institution_finds_nothing() throws Exception {
    save(0, "Ours.");
    web.as(Role.RADIOLOGIST, "x", "other");
    web.look().andExpect(status().isNotFound());
    save(1, "Theirs.")
        .andExpect(status().isNotFound())
        .andExpect(jsonPath("$.code").value("SGN-001"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "{}",
        "{\"revision\": -1, \"language\": \"en\", \"sentences\": []}",
        "{\"revision\": 0, \"language\": \"fr\", \"sentences\": []}",
        "{\"revision\": 0, \"language\": \"en\"}",
        "{\"revision\": 0, \"language\": \"en\", \"sentences\": [null]}",
        "{\"revision\": 0, \"language\": \"en\", \"sentences\": [{\"id\": \"a b\","
            + " \"section\": \"FINDINGS\", \"text\": \"x\"}]}",
        "{\"revision\": 0, \"language\": \"en\", \"sentences\": [{\"id\": \"a\", \"text\": \"x\"}]}",
        "{\"revision\": 0, \"language\": \"en\", \"sentences\": [{\"id\": \"a\","
            + " \"section\": \"FINDINGS\", \"text\": \"\\u0000\"}]}",
        "{\"revision\": 0, \"language\": \"en\", \"sentences\": [], \"communication\": {}}",
        "{\"revision\": 0, \"language\": \"en\", \"sentences\": [], \"communication\":"
            + " {\"to\": \"a\", \"how\": \"b\", \"at\": \"noon\"}}"
      })
  void a_malformed_draft_is_refused_in_words(String body) throws Exception {
    web.save(body)
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.code").value("SGN-002"))
        .andExpect(jsonPath("$.detail").isNotEmpty());
    assertThat(web.reports.report(room.key).revision()).isZero();
  }

  @Test
  void every_look_and_change_is_recorded() throws Exception {
    save(0, "One.");
    web.look();
    assertThat(web.audited)
        .extracting(AuditEntry::action)
        .containsExactly(AuditEntry.Action.CHANGE, AuditEntry.Action.VIEW);
    assertThat(web.audited)
        .allSatisfy(
            entry -> {
              assertThat(entry.objects()).containsExactly(room.key.studyInstanceUid().value());
              assertThat(entry.words()).doesNotContain("One.");
            });
  }

  @Test
  void what_the_list_was_not_told_is_told_later() throws Exception {
    save(0, "One.");
    room.sql("UPDATE signing_report SET is_told = false WHERE institution = ?", room.institution);
    room.sql(
        "UPDATE worklist_case SET report_state = 'NONE' WHERE institution = ?", room.institution);
    web.againSignatures().takeUp();
    assertThat(room.entry().report().state()).isEqualTo(ReportMark.State.DRAFT);
    assertThat(room.entry().report().by()).isEqualTo("li");
  }

  @Test
  void nothing_stays_of_the_report_of_a_deleted_study() throws Exception {
    room.worklist.observe(web.reports);
    save(0, "One.");
    room.worklist.delete(room.key, "li", "asked for");
    assertThat(web.reports.report(room.key).revision()).isZero();
  }
}
