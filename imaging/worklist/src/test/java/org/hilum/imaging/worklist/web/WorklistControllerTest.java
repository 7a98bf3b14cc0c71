package org.hilum.imaging.worklist.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.lang.reflect.Modifier;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hilum.imaging.worklist.CaseKey;
import org.hilum.imaging.worklist.CaseState;
import org.hilum.imaging.worklist.ReadingSummary;
import org.hilum.imaging.worklist.ReportDesk;
import org.hilum.imaging.worklist.ReportMark;
import org.hilum.imaging.worklist.TriagePolicy;
import org.hilum.imaging.worklist.Urgency;
import org.hilum.imaging.worklist.UrgencyLevel;
import org.hilum.imaging.worklist.WorklistRoom;
import org.hilum.imaging.worklist.sql.CaseTable;
import org.hilum.imaging.worklist.sql.CaseTable.Finding;
import org.hilum.platform.access.AuditEntry;
import org.hilum.platform.access.AuditEntry.Action;
import org.hilum.platform.access.Person;
import org.hilum.platform.access.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.RequestMapping;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WorklistControllerTest {

  @TempDir Path folder;
  private WorklistRoom room;
  private final List<AuditEntry> audited = new CopyOnWriteArrayList<>();
  private PersonOfRequest asks;
  private MockMvc web;
  private CaseKey key;

  @BeforeEach
  void serve() throws Exception {
    room = new WorklistRoom(folder).workingWithoutNetwork();
    asks = new PersonOfRequest(radiologist());
    var door = new CaseDoor(room.worklist, audited::add);
    var words = new EntryWords(room.jobs, code -> "Site " + code, room.clock);
    web =
        MockMvcBuilders.standaloneSetup(
                new WorklistController(
                    room.worklist, words, (account, of) -> account.equals("acc-2"), door),
                new ResultController(room.worklist, door))
            .setCustomArgumentResolvers(asks)
            .defaultResponseCharacterEncoding(StandardCharsets.UTF_8)
            .build();
    var scan = room.scan("A", LocalDate.of(2020, 2, 20));
    key = room.arrive(scan, room.three(scan));
    audited.clear();
  }

  private Person radiologist() {
    return PersonOfRequest.with(Role.RADIOLOGIST, "acc-1", room.institution);
  }

  private String at(String more) {
    return "/api/worklist/" + key.subject() + more;
  }

  private static AbstractMockHttpServletRequestBuilder<?> body(
      AbstractMockHttpServletRequestBuilder<?> request, String json) {
    return request.contentType(MediaType.APPLICATION_JSON).content(json);
  }

  @Test
  void the_list_knows_how_far_each_report_is() throws Exception {
    var other = room.scan("B", LocalDate.of(2020, 2, 21));
    var second = room.arrive(other, room.three(other));
    var desk = ReportDesk.in(room.tables, room.results, room.receiver, room.changes, room.clock);
    var signedAt = room.clock.instant().plusSeconds(60);
    web.perform(get(at("")))
        .andExpect(jsonPath("$.report.state").value("NONE"))
        .andExpect(jsonPath("$.report.by").doesNotExist());
    desk.tell(key, new ReportMark(ReportMark.State.SIGNED, "acc-1", signedAt, true, 0));
    desk.tell(
        key, new ReportMark(ReportMark.State.DRAFT, "acc-2", signedAt.minusSeconds(9), false, 0));
    web.perform(get(at("")))
        .andExpect(jsonPath("$.report.state").value("SIGNED"))
        .andExpect(jsonPath("$.report.by").value("acc-1"))
        .andExpect(jsonPath("$.report.isCritical").value(true))
        .andExpect(jsonPath("$.report.hasNewer").value(false));
    room.worklist.ask(key, new Urgency(UrgencyLevel.EMERGENCY, "by telephone", "acc-1"));
    web.perform(get("/api/worklist"))
        .andExpect(jsonPath("$.entries[0].studyInstanceUid").value(studyOf(second)))
        .andExpect(jsonPath("$.entries[1].studyInstanceUid").value(studyOf(key)));
    web.perform(get("/api/worklist?report=UNSIGNED"))
        .andExpect(jsonPath("$.total").value(1))
        .andExpect(jsonPath("$.entries[0].studyInstanceUid").value(studyOf(second)));
    web.perform(get("/api/worklist?report=signed")).andExpect(jsonPath("$.total").value(1));
    web.perform(get("/api/worklist?report=DRAFT")).andExpect(jsonPath("$.total").value(0));
    web.perform(get("/api/worklist?report=half")).andExpect(status().isBadRequest());
  }

  @Test
  void a_signed_case_says_that_something_newer_came() throws Exception {
    var desk = ReportDesk.in(room.tables, room.results, room.receiver, room.changes, room.clock);
    desk.tell(
        key, new ReportMark(ReportMark.State.SIGNED, "acc-1", room.clock.instant(), false, 0));
    new CaseTable(room.tables)
        .finished(
            key,
            room.entry(key).jobId().orElseThrow(),
            new Finding(CaseState.READ, Optional.empty(), Urgency.ROUTINE, 1, List.of()),
            room.clock.instant());
    web.perform(get(at("")))
        .andExpect(jsonPath("$.report.state").value("SIGNED"))
        .andExpect(jsonPath("$.report.hasNewer").value(true));
  }

  private static String studyOf(CaseKey of) {
    return of.studyInstanceUid().value();
  }

  @Test
  void the_list_tells_each_case_with_site_age_urgency_and_progress() throws Exception {
    room.now.updateAndGet(now -> now.plus(Duration.ofMinutes(2)));
    web.perform(get("/api/worklist"))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.total").value(1))
        .andExpect(jsonPath("$.isMore").value(false))
        .andExpect(jsonPath("$.entries[0].studyInstanceUid").value(key.studyInstanceUid().value()))
        .andExpect(jsonPath("$.entries[0].site").value("Site " + room.institution))
        .andExpect(jsonPath("$.entries[0].patientName").value("Phantom^A=幻^影"))
        .andExpect(jsonPath("$.entries[0].state").value("WAITING"))
        .andExpect(jsonPath("$.entries[0].ageSeconds").value(120))
        .andExpect(jsonPath("$.entries[0].urgency.level").value("ROUTINE"))
        .andExpect(jsonPath("$.entries[0].progress.fraction").value(0.0))
        .andExpect(jsonPath("$.entries[0].hasComparison").value(false));
    assertThat(audited)
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.action()).isEqualTo(Action.QUERY);
              assertThat(entry.actor()).isEqualTo("acc-1");
              assertThat(entry.words()).doesNotContain("Phantom");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "state=waiting",
        "text=phantom a",
        "text=A phan",
        "text=幻影",
        "text=幻",
        "text=影",
        "text=A of w-",
        "from=2020-02-20&to=20200220",
        "order=opacity&limit=1",
        "order=study-date"
      })
  void finds_it(String query) throws Exception {
    web.perform(get("/api/worklist?" + query)).andExpect(jsonPath("$.entries.length()").value(1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "state=read",
        "text=影幻",
        "text=fantom",
        "text=%25",
        "text=_",
        "from=2020-02-21",
        "to=20200219",
        "site=elsewhere",
        "assignedTo=me",
        "offset=1"
      })
  void does_not_find_it(String query) throws Exception {
    web.perform(get("/api/worklist?" + query)).andExpect(jsonPath("$.entries.length()").value(0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "state=lost",
        "order=random",
        "limit=0",
        "limit=501",
        "limit=many",
        "offset=-1",
        "from=yesterday",
        "site=a/b",
        "text=01234567890123456789012345678901234567890123456789012345678901234"
      })
  void refuses_in_words(String query) throws Exception {
    web.perform(get("/api/worklist?" + query))
        .andExpect(status().isBadRequest())
        .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
        .andExpect(jsonPath("$.code").value("LST-011"));
  }

  @Test
  void another_institution_finds_nothing_at_all() throws Exception {
    asks.person = PersonOfRequest.with(Role.RADIOLOGIST, "acc-9", "elsewhere");
    web.perform(get("/api/worklist")).andExpect(jsonPath("$.entries.length()").value(0));
    for (var request :
        List.of(
            get(at("")),
            get(at("/results")),
            get(at("/results/1/files/reading.json")),
            body(post(at("/assign")), "{\"to\": \"me\"}"),
            body(post(at("/urgency")), "{\"level\": \"URGENT\", \"reason\": \"r\"}"),
            post(at("/read-again")),
            body(post(at("/cancel")), "{\"reason\": \"r\"}"),
            delete(at("?reason=r")))) {
      web.perform(request)
          .andExpect(status().isNotFound())
          .andExpect(jsonPath("$.code").value("LST-010"));
    }
    assertThat(room.entry(key).state()).isEqualTo(CaseState.WAITING);
  }

  @Test
  void a_uid_that_is_none_is_not_found() throws Exception {
    web.perform(get("/api/worklist/" + room.institution + "/nonsense"))
        .andExpect(status().isNotFound());
  }

  @Test
  void a_case_is_taken_given_and_given_back() throws Exception {
    web.perform(body(post(at("/assign")), "{\"to\": \"me\"}"))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.assignedTo").value("acc-1"));
    asks.person = PersonOfRequest.with(Role.RADIOLOGIST, "acc-2", room.institution);
    web.perform(body(post(at("/assign")), "{\"to\": \"me\"}"))
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.code").value("LST-012"))
        .andExpect(jsonPath("$.detail").value(containsString("acc-1")));
    web.perform(body(post(at("/assign")), "{\"to\": \"me\", \"from\": \"acc-1\"}"))
        .andExpect(jsonPath("$.assignedTo").value("acc-2"));
    web.perform(body(post(at("/assign")), "{\"to\": \"nobody-knows\", \"from\": \"me\"}"))
        .andExpect(status().isUnprocessableContent());
    web.perform(body(post(at("/assign")), "{\"from\": \"me\"}"))
        .andExpect(jsonPath("$.assignedTo").doesNotExist());
    assertThat(audited).extracting(AuditEntry::allowed).contains(true, false);
  }

  @Test
  void urgency_needs_its_reason_and_moves_the_case() throws Exception {
    web.perform(body(post(at("/urgency")), "{\"level\": \"EMERGENCY\"}"))
        .andExpect(status().isBadRequest());
    web.perform(body(post(at("/urgency")), "{\"level\": \"SOON\", \"reason\": \"r\"}"))
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.code").value("LST-011"));
    asks.person = PersonOfRequest.with(Role.TECHNOLOGIST, "acc-3", room.institution);
    web.perform(
            body(post(at("/urgency")), "{\"level\": \"EMERGENCY\", \"reason\": \"shock room\"}"))
        .andExpect(jsonPath("$.urgency.level").value("EMERGENCY"))
        .andExpect(jsonPath("$.urgency.reason").value("shock room"))
        .andExpect(jsonPath("$.urgency.by").value("acc-3"));
    assertThat(room.jobs.job(room.entry(key).jobId().orElseThrow()).orElseThrow().request())
        .satisfies(
            request -> assertThat(request.urgency()).isEqualTo(UrgencyLevel.EMERGENCY.ofReading()));
  }

  @Test
  void a_reading_is_called_off_and_asked_for_again() throws Exception {
    web.perform(post(at("/read-again"))).andExpect(status().isConflict());
    web.perform(body(post(at("/cancel")), "{\"reason\": \"wrong patient\"}"))
        .andExpect(jsonPath("$.state").value("CANCELLED"))
        .andExpect(jsonPath("$.reasons[0].code").value("LST-006"));
    web.perform(body(post(at("/cancel")), "{\"reason\": \"twice\"}"))
        .andExpect(status().isConflict());
    web.perform(post(at("/read-again"))).andExpect(jsonPath("$.state").value("WAITING"));
  }

  @Test
  void results_are_listed_and_fetched_by_what_was_kept() throws Exception {
    room.jobs.work();
    web.perform(get(at("/results")))
        .andExpect(jsonPath("$[0].kind").value("READING"))
        .andExpect(jsonPath("$[0].files[0].path").value("reading.json"));
    long id = room.worklist.results(key).getFirst().id();
    var file = at("/results/" + id + "/files/");
    web.perform(get(file + "reading.json"))
        .andExpect(status().isOk())
        .andExpect(content().contentType(MediaType.APPLICATION_JSON))
        .andExpect(header().string("X-Content-Type-Options", "nosniff"))
        .andExpect(header().string("Content-Disposition", containsString("reading.json")))
        .andExpect(jsonPath("$.status").value("refused"));
    assertThat(audited.getLast().words()).contains("reading.json");
    for (var other : List.of("other.json", "..%2Freading.json", "a/../reading.json", "%00")) {
      web.perform(get(URI.create(file + other))).andExpect(status().is4xxClientError());
    }
    web.perform(get(at("/results/" + (id + 1_000_000) + "/files/reading.json")))
        .andExpect(status().isNotFound());
    web.perform(get(at("/results/x/files/reading.json"))).andExpect(status().isBadRequest());
    Files.delete(room.worklist.results(key).getFirst().files().getFirst().file());
    web.perform(get(file + "reading.json"))
        .andExpect(status().isGone())
        .andExpect(jsonPath("$.code").value("LST-016"));
  }

  @Test
  void whoever_may_not_see_results_sees_the_flag_and_no_number() throws Exception {
    markedRead();
    web.perform(get(at("")))
        .andExpect(jsonPath("$.summary.opacityPercent").value(31.0))
        .andExpect(jsonPath("$.urgency.reason").value(containsString("31.0")));
    asks.person = PersonOfRequest.with(Role.TECHNOLOGIST, "acc-3", room.institution);
    web.perform(get(at("")))
        .andExpect(jsonPath("$.summary").doesNotExist())
        .andExpect(jsonPath("$.urgency.level").value("URGENT"))
        .andExpect(jsonPath("$.urgency.reason").value("by what was found"));
  }

  private void markedRead() {
    var summary =
        new ReadingSummary(
            OptionalDouble.of(31),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalInt.of(2),
            Optional.empty(),
            true);
    var cases = new CaseTable(room.tables);
    var found = new TriagePolicy(25).of(summary);
    assertThat(found.by()).isEqualTo(Urgency.PROGRAM);
    cases.finished(
        key,
        room.entry(key).jobId().orElseThrow(),
        new Finding(CaseState.READ, Optional.of(summary), found, 1, List.of()),
        room.clock.instant());
  }

  @Test
  void a_study_is_deleted_by_its_own_institution_with_a_reason() throws Exception {
    web.perform(delete(at(""))).andExpect(status().isBadRequest());
    web.perform(delete(at("?reason=wrong patient")))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.instanceCount").value(3));
    web.perform(get(at(""))).andExpect(status().isNotFound());
    assertThat(audited)
        .filteredOn(entry -> entry.action() == Action.DELETE)
        .singleElement()
        .satisfies(entry -> assertThat(entry.objects()).contains(key.studyInstanceUid().value()));
  }

  @Test
  void whoever_reads_for_another_deletes_nothing_of_it() throws Exception {
    var reader = "reader of " + room.institution;
    room.readers.put(room.institution, List.of(reader));
    room.complete(key, true);
    asks.person = PersonOfRequest.with(Role.RADIOLOGIST, "acc-9", reader);
    web.perform(get(at(""))).andExpect(status().isOk());
    web.perform(delete(at("?reason=not mine")))
        .andExpect(status().isForbidden())
        .andExpect(jsonPath("$.code").value("LST-015"));
    assertThat(room.entry(key)).isNotNull();
    assertThat(audited.getLast().allowed()).isFalse();
  }

  @Test
  void every_way_in_names_its_permission() {
    for (var controller :
        List.of(WorklistController.class, ResultController.class, EventController.class)) {
      assertThat(controller.isAnnotationPresent(RequestMapping.class)).isTrue();
      assertThat(Arrays.stream(controller.getDeclaredMethods()))
          .filteredOn(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
          .isNotEmpty()
          .allSatisfy(
              method -> assertThat(method.isAnnotationPresent(PreAuthorize.class)).isTrue());
    }
  }
}
