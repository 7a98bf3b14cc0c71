package org.hilum.platform.access.fhir;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.List;
import org.hilum.platform.access.fhir.Coding.Concept;
import org.jspecify.annotations.Nullable;

/** One entry of the trail as an AuditEvent of FHIR R4; what is null or empty is left out. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"resourceType", "id", "meta"})
public record AuditEvent(
    String id,
    @Nullable Meta meta,
    Coding type,
    List<Coding> subtype,
    String action,
    Instant recorded,
    String outcome,
    String outcomeDesc,
    List<Agent> agent,
    Source source,
    List<Entity> entity) {

  /** What kind of resource it is. */
  @JsonProperty
  public String resourceType() {
    return "AuditEvent";
  }

  /** Which profiles it claims. */
  record Meta(List<String> profile) {}

  /** Somebody or something by a name that is ours. */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record Reference(String type, Identifier identifier, String display) {
    static Reference named(String name) {
      return new Reference("", new Identifier(name), name);
    }
  }

  record Identifier(String value) {}

  /** Who took part. */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record Agent(Concept type, Reference who, boolean requestor, @Nullable Network network) {}

  /** Where from: 1 for a machine's name, 2 for an IP address. */
  record Network(String address, String type) {
    static Network machine(String name) {
      return new Network(name, "1");
    }

    static Network address(String address) {
      return new Network(address, "2");
    }
  }

  /** Who recorded it. */
  record Source(String site, Reference observer) {}

  /**
   * What it was done to.
   *
   * @param query in Base64, as FHIR writes bytes
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record Entity(@Nullable Reference what, Coding type, Coding role, String query) {}
}
