package org.hilum.platform.access.fhir;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.hilum.platform.access.AuditEntry;
import org.hilum.platform.access.AuditEntry.Action;
import org.hilum.platform.access.RecordedEntry;
import org.hilum.platform.access.fhir.AuditEvent.Agent;
import org.hilum.platform.access.fhir.AuditEvent.Entity;
import org.hilum.platform.access.fhir.AuditEvent.Identifier;
import org.hilum.platform.access.fhir.AuditEvent.Meta;
import org.hilum.platform.access.fhir.AuditEvent.Network;
import org.hilum.platform.access.fhir.AuditEvent.Reference;
import org.hilum.platform.access.fhir.AuditEvent.Source;
import org.jspecify.annotations.Nullable;

/**
 * How an entry of the trail reads as an AuditEvent.
 *
 * <p>A pattern of BALP is claimed only where the entry holds all that it asks for and no more: the
 * patterns are for what succeeded, over a network, and most of them on exactly one thing.
 */
public final class BalpEvents {

  private static final String PATTERNS =
      "https://profiles.ihe.net/ITI/BALP/StructureDefinition/IHE.BasicAudit.";
  private static final String TYPE = "http://terminology.hl7.org/CodeSystem/audit-entity-type";
  private static final String ROLE = "http://terminology.hl7.org/CodeSystem/object-role";
  private static final Coding PERSON = new Coding(TYPE, "1", "Person");
  private static final Coding SYSTEM_OBJECT = new Coding(TYPE, "2", "System Object");
  private static final Coding PATIENT = new Coding(ROLE, "1", "Patient");
  private static final Coding DOMAIN_RESOURCE = new Coding(ROLE, "4", "Domain Resource");
  private static final Coding QUERY = new Coding(ROLE, "24", "Query");
  private static final String SUCCESS = "0";
  private static final String MINOR_FAILURE = "4";
  private static final String OURSELVES = "hilum";
  private static final String SOMEBODY = "unknown";

  private BalpEvents() {}

  /** One entry. */
  public static AuditEvent of(RecordedEntry recorded) {
    var entry = recorded.entry();
    var shape = BalpShape.of(entry.action());
    return new AuditEvent(
        Long.toString(recorded.number()),
        meta(entry, shape),
        shape.type(),
        shape.subtypes(),
        shape.action(),
        recorded.at(),
        entry.allowed() ? SUCCESS : MINOR_FAILURE,
        entry.words(),
        agents(entry, shape),
        new Source(
            entry.institution().isEmpty() ? OURSELVES : entry.institution(),
            Reference.named(OURSELVES)),
        entities(entry));
  }

  private static @Nullable Meta meta(AuditEntry entry, BalpShape shape) {
    var pattern = entry.patient().isEmpty() ? shape.pattern() : shape.patientPattern();
    boolean fits =
        !pattern.isEmpty() && entry.allowed() && !entry.from().isEmpty() && fitsThings(entry);
    return fits ? new Meta(List.of(PATTERNS + pattern)) : null;
  }

  private static boolean fitsThings(AuditEntry entry) {
    return switch (entry.action()) {
      case QUERY -> entry.objects().isEmpty();
      case EXPORT -> !entry.objects().isEmpty();
      default -> entry.objects().size() == 1;
    };
  }

  private static List<Agent> agents(AuditEntry entry, BalpShape shape) {
    var from = entry.from().isEmpty() ? OURSELVES : entry.from();
    return List.of(
        new Agent(
            shape.client().concept(),
            Reference.named(from),
            false,
            entry.from().isEmpty() ? null : Network.address(entry.from())),
        new Agent(
            shape.server().concept(),
            Reference.named(OURSELVES),
            false,
            Network.machine(OURSELVES)),
        new Agent(
            shape.user().concept(),
            Reference.named(entry.actor().isEmpty() ? SOMEBODY : entry.actor()),
            true,
            null));
  }

  private static List<Entity> entities(AuditEntry entry) {
    var entities = new ArrayList<Entity>();
    if (!entry.patient().isEmpty()) {
      var patient = new Reference("Patient", new Identifier(entry.patient()), "");
      entities.add(new Entity(patient, PERSON, PATIENT, ""));
    }
    if (entry.action() == Action.QUERY) {
      entities.add(new Entity(null, SYSTEM_OBJECT, QUERY, base64(entry.words())));
    }
    for (var object : entry.objects()) {
      entities.add(new Entity(Reference.named(object), SYSTEM_OBJECT, DOMAIN_RESOURCE, ""));
    }
    return entities;
  }

  private static String base64(String words) {
    var asked = words.isEmpty() ? "*" : words;
    return Base64.getEncoder().encodeToString(asked.getBytes(StandardCharsets.UTF_8));
  }
}
