package org.hilum.platform.access.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.StrictErrorHandler;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hilum.platform.access.AuditEntry;
import org.hilum.platform.access.AuditEntry.Action;
import org.hilum.platform.access.RecordedEntry;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BalpEventsTest {

  private static final String BALP =
      "https://profiles.ihe.net/ITI/BALP/StructureDefinition/IHE.BasicAudit.";

  private static RecordedEntry entry(
      Action action, String patient, boolean allowed, String... objects) {
    return new RecordedEntry(
        7,
        Instant.parse("2026-03-01T08:00:00.123456Z"),
        new AuditEntry(
            action,
            "reader.a",
            "hc-1",
            "10.0.0.9",
            patient,
            Arrays.asList(objects),
            allowed,
            "p=x"));
  }

  /** Written, and read again by a parser that takes nothing it does not know. */
  private static AuditEvent read(RecordedEntry entry) {
    var bundle =
        AuditBundle.of(
            List.of(entry), "http://here/AuditEvent", "http://here", Optional.of("http://there"));
    var parser =
        FhirContext.forR4Cached().newJsonParser().setParserErrorHandler(new StrictErrorHandler());
    var read = parser.parseResource(Bundle.class, JsonMapper.shared().writeValueAsString(bundle));
    assertThat(read.getType()).isEqualTo(Bundle.BundleType.SEARCHSET);
    assertThat(read.getLink("next").getUrl()).isEqualTo("http://there");
    assertThat(read.getEntryFirstRep().getFullUrl()).isEqualTo("http://here/AuditEvent/7");
    return (AuditEvent) read.getEntryFirstRep().getResource();
  }

  private static List<String> profiles(AuditEvent event) {
    return event.getMeta().getProfile().stream().map(each -> each.getValue()).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "RECEIVE, PatientCreate, rest, C, create, 110153, 110152",
    "VIEW, PatientRead, rest, R, read, 110152, 110153",
    "CHANGE, PatientUpdate, rest, U, update, 110153, 110152",
    "READ_BY_NETWORK, PatientUpdate, rest, U, update, 110153, 110152",
    "DELETE, PatientDelete, rest, D, delete, 110150, custodian",
    "EXPORT, PrivacyDisclosure.Source, 110106, R, disclose, 110152, 110153",
  })
  void what_is_done_to_images_has_the_shape_of_its_pattern(
      Action action,
      String pattern,
      String type,
      String code,
      String subtype,
      String client,
      String server) {
    var event = read(entry(action, "P-1", true, "1.2.840.1"));
    assertThat(profiles(event)).containsExactly(BALP + pattern);
    assertThat(event.getType().getCode()).isEqualTo(type);
    assertThat(event.getSubtypeFirstRep().getCode()).isEqualTo(subtype);
    assertThat(event.getAction().toCode()).isEqualTo(code);
    assertThat(event.getOutcome().toCode()).isEqualTo("0");
    assertThat(event.getAgent())
        .extracting(agent -> agent.getType().getCodingFirstRep().getCode())
        .startsWith(client, server);
    assertThat(event.getAgent().get(0).getNetwork().getAddress()).isEqualTo("10.0.0.9");
    assertThat(event.getAgent().get(1).hasNetwork()).isTrue();
    assertThat(event.getAgent().get(1).getWho().getDisplay())
        .isEqualTo(event.getSource().getObserver().getDisplay());
    assertThat(event.getAgent().get(2).getRequestor()).isTrue();
    assertThat(event.getAgent().get(2).hasNetwork()).isFalse();
    assertThat(event.getAgent().get(2).getWho().getIdentifier().getValue()).isEqualTo("reader.a");
    assertThat(event.getEntityFirstRep().getWhat().getIdentifier().getValue()).isEqualTo("P-1");
    assertThat(event.getEntityFirstRep().getRole().getCode()).isEqualTo("1");
    assertThat(event.getEntity().get(1).getRole().getCode()).isEqualTo("4");
    assertThat(event.getSource().getSite()).isEqualTo("hc-1");
    assertThat(event.getRecorded()).isEqualTo(Instant.parse("2026-03-01T08:00:00.123Z"));
  }

  @Test
  void a_query_holds_what_was_asked() {
    var event = read(entry(Action.QUERY, "", true));
    assertThat(profiles(event)).containsExactly(BALP + "Query");
    assertThat(event.getEntity()).hasSize(1);
    assertThat(event.getEntityFirstRep().getRole().getCode()).isEqualTo("24");
    assertThat(new String(event.getEntityFirstRep().getQuery(), StandardCharsets.UTF_8))
        .isEqualTo("p=x");
    assertThat(event.getEntityFirstRep().hasWhat()).isFalse();
  }

  @Test
  void a_pattern_for_one_thing_is_not_claimed_for_several_or_none() {
    assertThat(profiles(read(entry(Action.VIEW, "P-1", true, "1.2", "1.3")))).isEmpty();
    assertThat(profiles(read(entry(Action.VIEW, "P-1", true)))).isEmpty();
    assertThat(profiles(read(entry(Action.EXPORT, "P-1", true, "1.2", "1.3")))).hasSize(1);
    assertThat(profiles(read(entry(Action.EXPORT, "", true, "1.2")))).isEmpty();
    assertThat(profiles(read(entry(Action.VIEW, "", true, "1.2")))).containsExactly(BALP + "Read");
  }

  @ParameterizedTest
  @EnumSource(Action.class)
  void what_was_refused_claims_no_pattern_of_success(Action action) {
    var event = read(entry(action, "P-1", false, "1.2.840.1"));
    assertThat(event.getMeta().hasProfile()).isFalse();
    assertThat(event.getOutcome().toCode()).isEqualTo("4");
    assertThat(event.getOutcomeDesc()).isEqualTo("p=x");
  }

  @ParameterizedTest
  @CsvSource({
    "SIGN_IN, 110114, 110122",
    "SIGN_OUT, 110114, 110123",
    "START, 110100, 110120",
    "STOP, 110100, 110121",
    "ADMINISTER, 110113, 110137"
  })
  void the_rest_speaks_dicom(Action action, String type, String code) {
    var event = read(entry(action, "", true));
    assertThat(event.getType().getCode()).isEqualTo(type);
    assertThat(event.getSubtypeFirstRep().getCode()).isEqualTo(code);
    assertThat(event.getMeta().hasProfile()).isFalse();
  }
}
