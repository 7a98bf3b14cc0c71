package org.hilum.platform.access.fhir;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hilum.platform.access.RecordedEntry;

/** A page of the trail as a Bundle of FHIR R4: what a search has found. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"resourceType", "type", "link", "entry"})
public record AuditBundle(String type, List<Link> link, List<Entry> entry) {

  /** What kind of resource it is. */
  @JsonProperty
  public String resourceType() {
    return "Bundle";
  }

  record Link(String relation, String url) {}

  record Entry(String fullUrl, AuditEvent resource, Search search) {}

  record Search(String mode) {}

  /**
   * A page.
   *
   * @param events address under which each event can be read
   * @param self address of this page
   * @param next address of the next one
   */
  public static AuditBundle of(
      List<RecordedEntry> page, String events, String self, Optional<String> next) {
    var links = new ArrayList<Link>();
    links.add(new Link("self", self));
    next.ifPresent(url -> links.add(new Link("next", url)));
    var entries =
        page.stream()
            .map(
                each ->
                    new Entry(
                        events + "/" + each.number(), BalpEvents.of(each), new Search("match")))
            .toList();
    return new AuditBundle("searchset", links, entries);
  }
}
