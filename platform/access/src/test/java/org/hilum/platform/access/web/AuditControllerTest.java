package org.hilum.platform.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.hilum.fixtures.ScratchDatabase;
import org.hilum.platform.access.AccessRefusal;
import org.hilum.platform.access.AuditEntry;
import org.hilum.platform.access.AuditEntry.Action;
import org.hilum.platform.access.AuditSelection;
import org.hilum.platform.access.AuditTrail;
import org.hilum.platform.access.Institutions;
import org.hilum.platform.access.Permission;
import org.hilum.platform.access.Person;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.method.annotation.AuthenticationPrincipalArgumentResolver;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AuditControllerTest {

  private static final DataSource TABLES = ScratchDatabase.with(Institutions.TABLES);

  private static final AuditTrail.Reader TRAIL =
      AuditTrail.in(TABLES, () -> Instant.parse("2026-03-01T08:00:00Z"));

  private final String site = "site-" + UUID.randomUUID().toString().substring(0, 8);
  private final String other = "site-" + UUID.randomUUID().toString().substring(0, 8);
  private final MockMvc web =
      MockMvcBuilders.standaloneSetup(
              new AuditController(TRAIL), new HouseController(Institutions.in(TABLES), TRAIL))
          .setCustomArgumentResolvers(new AuthenticationPrincipalArgumentResolver())
          .build();

  private static void seen(String institution, String patient, String study) {
    TRAIL.record(
        new AuditEntry(
            Action.VIEW, "reader.a", institution, "10.0.0.9", patient, List.of(study), true, ""));
  }

  private MockHttpServletResponse ask(String institution, String address) throws Exception {
    var auditor = new Person("auditor", institution, Set.of(Permission.VIEW_AUDIT));
    SecurityContextHolder.getContext().setAuthentication(SignedIn.as(auditor));
    try {
      return web.perform(MockMvcRequestBuilders.get(address)).andReturn().getResponse();
    } finally {
      SecurityContextHolder.clearContext();
    }
  }

  private JsonNode good(String institution, String address) throws Exception {
    var answer = ask(institution, address);
    assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(200);
    assertThat(answer.getContentType()).startsWith("application/fhir+json");
    return JsonMapper.shared().readTree(answer.getContentAsString());
  }

  @Test
  void an_auditor_sees_the_own_institution_and_one_of_the_house_all() throws Exception {
    seen(site, "P-1", "1.2.1");
    seen(other, "P-1", "1.2.2");
    assertThat(good(site, "/api/audit/fhir").get("entry")).hasSize(1);
    var all = good(Institutions.HOUSE, "/api/audit/fhir?agent.identifier=reader.a&_count=1000");
    assertThat(all.get("entry").findValuesAsString("site")).contains(site, other);
    var hidden = good(other, "/api/audit/fhir").at("/entry/0/resource/id").asString();
    assertThat(ask(other, "/api/audit/fhir/AuditEvent/" + hidden).getStatus()).isEqualTo(200);
    assertThat(ask(site, "/api/audit/fhir/AuditEvent/" + hidden).getStatus()).isEqualTo(404);
  }

  @Test
  void entries_are_found_by_patient_study_person_and_date() throws Exception {
    seen(site, "P-1", "1.2.1");
    seen(site, "P-2", "1.2.2");
    for (var asked :
        List.of(
            "patient.identifier=P-1",
            "entity.identifier=1.2.1",
            "patient.identifier=P-1&date=ge2026-03-01&date=lt2026-03-02&agent.identifier=reader.a")) {
      assertThat(good(site, "/api/audit/fhir?" + asked).get("entry"))
          .as(asked)
          .anySatisfy(
              each ->
                  assertThat(each.at("/resource/entity/1/what/display").asString())
                      .isEqualTo("1.2.1"))
          .noneSatisfy(
              each ->
                  assertThat(each.at("/resource/entity/1/what/display").asString())
                      .isEqualTo("1.2.2"));
    }
    assertThat(good(site, "/api/audit/fhir?date=lt2026-03-01").has("entry")).isFalse();
  }

  @Test
  void the_next_page_goes_on_where_one_ends() throws Exception {
    for (int n = 0; n < 5; n++) {
      seen(site, "P-" + n, "1.2." + n);
    }
    var found = new ArrayList<String>();
    var address = "/api/audit/fhir?agent.identifier=reader.a&_count=2";
    while (!address.isEmpty()) {
      var page = good(site, address);
      page.get("entry")
          .forEach(each -> found.add(each.at("/resource/entity/1/what/display").asString()));
      address =
          page.get("link")
              .valueStream()
              .filter(link -> link.get("relation").asString().equals("next"))
              .map(link -> link.get("url").asString())
              .findFirst()
              .orElse("");
    }
    assertThat(found).containsExactly("1.2.4", "1.2.3", "1.2.2", "1.2.1", "1.2.0");
  }

  @Test
  void looking_at_the_trail_is_in_the_trail() throws Exception {
    ask(site, "/api/audit/fhir?patient.identifier=P-9");
    var looked = TRAIL.entries(AuditSelection.of(Optional.of(site)), Long.MAX_VALUE, 1).getFirst();
    assertThat(looked.entry().actor()).isEqualTo("auditor");
    assertThat(looked.entry().patient()).isEqualTo("P-9");
  }

  @Test
  void looking_at_it_as_a_plain_list_is_in_the_trail_too() throws Exception {
    seen(site, "P-1", "1.2.1");
    var answer = ask(site, "/api/audit?actor=reader.a&most=5");
    assertThat(answer.getStatus()).isEqualTo(200);
    assertThat(JsonMapper.shared().readTree(answer.getContentAsString())).hasSize(1);
    var looked = TRAIL.entries(AuditSelection.of(Optional.of(site)), Long.MAX_VALUE, 1).getFirst();
    assertThat(looked.entry().actor()).isEqualTo("auditor");
    assertThat(looked.entry().action()).isEqualTo(Action.QUERY);
    assertThat(looked.entry().words()).isEqualTo("/api/audit?actor=reader.a&most=5");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-01, 2026-03-01T00:00:00Z, 2026-03-02T00:00:00Z",
    "ge2026-03-01, 2026-03-01T00:00:00Z, 9999-01-01T00:00:00Z",
    "gt2026-03-01, 2026-03-02T00:00:00Z, 9999-01-01T00:00:00Z",
    "lt2026-03-01T08:00:00+08:00, 1970-01-01T00:00:00Z, 2026-03-01T00:00:00Z",
    "le2026-03-01, 1970-01-01T00:00:00Z, 2026-03-02T00:00:00Z",
  })
  void dates_are_read_as_FHIR_says(String date, Instant from, Instant to) throws AccessRefusal {
    assertThat(FhirDates.of(List.of(date))).isEqualTo(new FhirDates(from, to));
  }

  @ParameterizedTest
  @ValueSource(strings = {"yesterday", "xx2026-03-01", "2026-13-01", "ge", "", "-999999999-01-01"})
  void other_dates_are_refused_in_words(String date) throws Exception {
    assertThatThrownBy(() -> FhirDates.of(List.of(date))).isInstanceOf(AccessRefusal.class);
    assertThat(ask(site, "/api/audit/fhir?date=ge&date=" + date).getStatus()).isEqualTo(400);
  }
}
