package org.hilum.platform.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.hilum.platform.access.AccessRefusal;
import org.hilum.platform.access.AuditSelection;
import org.hilum.platform.access.AuditTrail;
import org.hilum.platform.access.Institutions;
import org.hilum.platform.access.Person;
import org.hilum.platform.access.RecordedEntry;
import org.hilum.platform.access.fhir.AuditBundle;
import org.hilum.platform.access.fhir.AuditEvent;
import org.hilum.platform.access.fhir.BalpEvents;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * The audit trail as FHIR AuditEvents, asked for by the parameters of ITI-81. An auditor sees the
 * own institution's, one of the house all; that it was looked at is itself recorded.
 */
@RestController
@RequestMapping("/api/audit/fhir")
public class AuditController {

  private static final String FHIR = "application/fhir+json";
  private static final String MAY = "hasAuthority('VIEW_AUDIT')";
  private static final int MOST_ENTRIES = 1000;

  private final AuditTrail.Reader trail;

  public AuditController(AuditTrail.Reader trail) {
    this.trail = trail;
  }

  /** A page of events, newest first; the link {@code next} goes on where it ends. */
  @GetMapping(produces = FHIR)
  @PreAuthorize(MAY)
  public AuditBundle events(
      @AuthenticationPrincipal Person person,
      @RequestParam(name = "date", required = false) @Nullable List<String> dates,
      @RequestParam(name = "agent.identifier", required = false) @Nullable String actor,
      @RequestParam(name = "patient.identifier", required = false) @Nullable String patient,
      @RequestParam(name = "entity.identifier", required = false) @Nullable String object,
      @RequestParam(name = "before", defaultValue = "9223372036854775807") long before,
      @RequestParam(name = "_count", defaultValue = "100") int count,
      HttpServletRequest request)
      throws AccessRefusal {
    var time = FhirDates.of(dates == null ? List.of() : dates);
    var wanted =
        new AuditSelection(
            seenBy(person),
            Optional.ofNullable(actor),
            Optional.ofNullable(patient),
            Optional.ofNullable(object),
            time.from(),
            time.to());
    int most = Math.clamp(count, 1, MOST_ENTRIES);
    var found = trail.entries(wanted, before, most + 1);
    var page = found.subList(0, Math.min(found.size(), most));
    trail.record(LookedAt.by(person, request, patient == null ? "" : patient));
    var here = ServletUriComponentsBuilder.fromRequest(request).build(true);
    var base = ServletUriComponentsBuilder.fromRequestUri(request).build(true).toUriString();
    return AuditBundle.of(
        page, base + "/AuditEvent", here.toUriString(), next(found, page, request));
  }

  private static Optional<String> next(
      List<RecordedEntry> found, List<RecordedEntry> page, HttpServletRequest request) {
    return found.size() == page.size()
        ? Optional.empty()
        : Optional.of(
            ServletUriComponentsBuilder.fromRequest(request)
                .replaceQueryParam("before", page.getLast().number())
                .build(true)
                .toUriString());
  }

  private static Optional<String> seenBy(Person person) {
    return person.institution().equals(Institutions.HOUSE)
        ? Optional.empty()
        : Optional.of(person.institution());
  }

  /** One event by its number. */
  @GetMapping(path = "/AuditEvent/{id}", produces = FHIR)
  @PreAuthorize(MAY)
  public ResponseEntity<AuditEvent> event(
      @AuthenticationPrincipal Person person,
      @PathVariable("id") long number,
      HttpServletRequest request) {
    var found =
        number < 1 || number == Long.MAX_VALUE
            ? Optional.<RecordedEntry>empty()
            : trail.entries(AuditSelection.of(seenBy(person)), number + 1, 1).stream()
                .filter(entry -> entry.number() == number)
                .findFirst();
    trail.record(LookedAt.by(person, request, ""));
    return ResponseEntity.of(found.map(BalpEvents::of));
  }

  /** What cannot be done, in words. */
  @ExceptionHandler(AccessRefusal.class)
  public ProblemDetail refused(AccessRefusal refusal) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, refusal.words());
  }
}
