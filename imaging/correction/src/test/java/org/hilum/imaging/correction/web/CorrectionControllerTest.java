package org.hilum.imaging.correction.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hilum.fixtures.ScratchDatabase;
import org.hilum.imaging.correction.CorrectionLimits;
import org.hilum.imaging.correction.Corrections;
import org.hilum.imaging.correction.DrawnReading;
import org.hilum.imaging.reporting.Language;
import org.hilum.imaging.worklist.CaseKey;
import org.hilum.imaging.worklist.CaseState;
import org.hilum.imaging.worklist.ReportMark;
import org.hilum.imaging.worklist.Urgency;
import org.hilum.imaging.worklist.Worklist;
import org.hilum.imaging.worklist.WorklistEntry;
import org.hilum.platform.access.AuditEntry;
import org.hilum.platform.access.AuditEntry.Action;
import org.hilum.platform.access.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CorrectionControllerTest {

  private static final String HOME = "web-1";

  @TempDir Path folder;
  private static DrawnReading drawn;
  private DrawnReading reading;
  private Corrections corrections;
  private final List<AuditEntry> audited = new CopyOnWriteArrayList<>();
  private PersonOfRequest asks;
  private MockMvc web;
  private String base;

  @BeforeAll
  static void draw(@TempDir Path shared) throws IOException {
    drawn = DrawnReading.small(HOME, shared);
  }

  @BeforeEach
  void start() throws IOException {
    reading = drawn.of(HOME, folder);
    var tables = ScratchDatabase.with(Corrections.TABLES);
    corrections =
        Corrections.in(
            tables,
            reading,
            new Corrections.Settings(
                CorrectionLimits.usual(),
                Language.ENGLISH,
                folder.resolve("work"),
                DrawnReading.SOFTWARE),
            Clock.systemUTC());
    corrections.forget(reading.key);
    asks = new PersonOfRequest(PersonOfRequest.with(Role.RADIOLOGIST, "acc-1", HOME));
    var door = new CorrectionDoor(oneCase(reading.key), audited::add);
    web =
        MockMvcBuilders.standaloneSetup(
                new CorrectionController(corrections, door),
                new TrainingController(corrections, door))
            .setCustomArgumentResolvers(asks)
            .build();
    base = "/api/worklist/" + HOME + "/" + reading.key.studyInstanceUid().value() + "/correction";
  }

  @AfterEach
  void stop() {
    corrections.close();
  }

  /** A worklist with one case, which its own institution and web-2 see. */
  private static Worklist oneCase(CaseKey key) {
    var entry =
        new WorklistEntry(
            key,
            "ID-7",
            "DOE^JANE",
            "20200220",
            "",
            "",
            "",
            List.of("CT"),
            60,
            CaseState.READ,
            Instant.EPOCH,
            Urgency.ROUTINE,
            Instant.EPOCH,
            Instant.EPOCH,
            1,
            List.of(),
            OptionalLong.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            ReportMark.NONE);
    return (Worklist)
        Proxy.newProxyInstance(
            Worklist.class.getClassLoader(),
            new Class<?>[] {Worklist.class},
            (proxy, method, arguments) -> {
              if (!method.getName().equals("entry")) {
                throw new UnsupportedOperationException(method.getName());
              }
              var seenBy = (Optional<?>) arguments[1];
              boolean isSeen =
                  seenBy.isEmpty() || seenBy.get().equals(HOME) || seenBy.get().equals("web-2");
              return key.equals(arguments[0]) && isSeen ? Optional.of(entry) : Optional.empty();
            });
  }

  private ResultActions posts(String path, String body) throws Exception {
    return web.perform(post(base + path).contentType(MediaType.APPLICATION_JSON).content(body));
  }

  private ResultActions says(boolean mayTrain) throws Exception {
    return web.perform(
        put(base + "/consent")
            .contentType(MediaType.APPLICATION_JSON)
            .content("{\"mayTrain\": " + mayTrain + "}"));
  }

  private String lungRuns() {
    var geometry = reading.findings.volume().geometry();
    var bytes = ByteBuffer.allocate(geometry.slices() / 2 * 8).order(ByteOrder.LITTLE_ENDIAN);
    for (int k = geometry.slices() / 4; bytes.hasRemaining(); k++) {
      bytes.putInt(k * geometry.sliceSize() + geometry.sliceSize() / 2);
      bytes.putInt(geometry.columns() / 2);
    }
    return Base64.getEncoder().encodeToString(bytes.array());
  }

  @Test
  void a_step_is_answered_with_numbers_and_lesions_in_the_shape_of_a_reading() throws Exception {
    web.perform(get(base + "?prepare=true"))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.result").value("7"))
        .andExpect(jsonPath("$.revision").value(0))
        .andExpect(jsonPath("$.canUndo").value(false))
        .andExpect(jsonPath("$.measurements.regions[0].region").value("LUNGS"))
        .andExpect(jsonPath("$.measurements.regions[0].opacityPercentInterval", hasSize(2)))
        .andExpect(jsonPath("$.lesions[0].trackingUid").isString())
        .andExpect(jsonPath("$.mayTrain").value(false));
    posts(
            "/steps",
            "{\"revision\": 0, \"kind\": \"PAINT\", \"class\": 1, \"runs\": \""
                + lungRuns()
                + "\"}")
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.revision").value(1))
        .andExpect(jsonPath("$.steps[0].kind").value("PAINT"))
        .andExpect(jsonPath("$.steps[0].by").value("acc-1"))
        .andExpect(jsonPath("$.canUndo").value(true));
    posts("/steps", "{\"revision\": 1, \"kind\": \"DELETE_LESION\", \"lesions\": [1]}")
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.steps", hasSize(2)));
    posts("/undo", "{\"revision\": 2}")
        .andExpect(jsonPath("$.canRedo").value(true))
        .andExpect(jsonPath("$.revision").value(3));
    posts("/redo", "{\"revision\": 3}").andExpect(jsonPath("$.steps", hasSize(2)));
    posts("/discard", "{\"revision\": 4}").andExpect(jsonPath("$.steps", hasSize(0)));
    assertThat(audited)
        .extracting(AuditEntry::action, AuditEntry::allowed)
        .contains(org.assertj.core.groups.Tuple.tuple(Action.CHANGE, true));
    assertThat(audited).extracting(AuditEntry::patient).containsOnly("ID-7");
  }

  @Test
  void an_old_revision_is_a_conflict_that_says_who_was_first() throws Exception {
    posts("/steps", "{\"revision\": 0, \"kind\": \"DELETE_LESION\", \"lesions\": [\"1\"]}")
        .andExpect(status().isOk());
    asks.person = PersonOfRequest.with(Role.RADIOLOGIST, "acc-2", "web-2");
    posts("/steps", "{\"revision\": 0, \"kind\": \"DELETE_LESION\", \"lesions\": [\"1\"]}")
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.code").value("COR-002"))
        .andExpect(jsonPath("$.detail", containsString("acc-1")));
    assertThat(audited).anyMatch(entry -> !entry.allowed() && entry.words().contains("COR-002"));
  }

  @Test
  void what_is_not_understood_is_refused_in_words() throws Exception {
    posts("/steps", "{\"revision\": 0}").andExpect(status().isBadRequest());
    posts("/steps", "no json").andExpect(status().isBadRequest());
    posts("/steps", "{\"revision\": 0, \"kind\": \"PAINT\", \"class\": 1, \"runs\": \"?\"}")
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.code").value("COR-003"));
    posts("/steps", "{\"revision\": 0, \"kind\": \"PAINT\", \"class\": 1, \"runs\": \"AAAA\"}")
        .andExpect(status().isBadRequest());
    posts("/steps", "{\"revision\": 0, \"kind\": \"SMUDGE\"}").andExpect(status().isBadRequest());
    posts("/undo", "{}").andExpect(status().isBadRequest());
    web.perform(get(base + "/mask.nii.gz?revision=x")).andExpect(status().isBadRequest());
    web.perform(get(base + "/mask.nii.gz?revision=5")).andExpect(status().isBadRequest());
  }

  @Test
  void a_case_of_somebody_else_is_not_there() throws Exception {
    asks.person = PersonOfRequest.with(Role.RADIOLOGIST, "acc-3", "web-3");
    web.perform(get(base)).andExpect(status().isNotFound());
    posts("/undo", "{\"revision\": 0}").andExpect(status().isNotFound());
    web.perform(get(base + "/mask.nii.gz")).andExpect(status().isNotFound());
  }

  @Test
  void the_mask_is_handed_out_as_a_file() throws Exception {
    web.perform(get(base + "/mask.nii.gz"))
        .andExpect(status().isOk())
        .andExpect(header().string("Content-Type", "application/gzip"))
        .andExpect(header().string("Content-Disposition", containsString("attachment")));
  }

  @Test
  void only_the_patients_own_institution_gives_consent_and_only_then_a_case_is_handed_out()
      throws Exception {
    asks.person = PersonOfRequest.with(Role.RADIOLOGIST, "acc-2", "web-2");
    says(true).andExpect(status().isForbidden());
    asks.person = PersonOfRequest.with(Role.RADIOLOGIST, "acc-1", HOME);
    posts("/steps", "{\"revision\": 0, \"kind\": \"DELETE_LESION\", \"lesions\": [\"1\"]}")
        .andExpect(status().isOk());
    posts("/apply", "{\"revision\": 1}")
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.isApplied").value(true))
        .andExpect(jsonPath("$.applied").value("8"));
    posts("/withdraw", "{\"revision\": 1}")
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.applied").doesNotExist());
    posts("/withdraw", "{\"revision\": 1}")
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.code").value("COR-016"));
    posts("/apply", "{\"revision\": 1}").andExpect(jsonPath("$.applied").value("9"));
    asks.person = PersonOfRequest.with(Role.ADMINISTRATOR, "adm-1", HOME);
    web.perform(get("/api/corrections/export")).andExpect(status().isNotFound());
    asks.person = PersonOfRequest.with(Role.RADIOLOGIST, "acc-1", HOME);
    says(true).andExpect(status().isOk()).andExpect(jsonPath("$.mayTrain").value(true));
    asks.person = PersonOfRequest.with(Role.ADMINISTRATOR, "adm-1", HOME);
    web.perform(get("/api/corrections/export"))
        .andExpect(status().isOk())
        .andExpect(header().string("Content-Type", "application/zip"));
    assertThat(audited).anyMatch(entry -> entry.action() == Action.EXPORT);
    asks.person = PersonOfRequest.with(Role.ADMINISTRATOR, "adm-2", "web-2");
    web.perform(get("/api/corrections/export")).andExpect(status().isNotFound());
  }
}
