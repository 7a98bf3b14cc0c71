package org.hilum.platform.access.web;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hilum.platform.access.AccessRefusal;
import org.hilum.platform.access.AuditEntry;
import org.hilum.platform.access.AuditEntry.Action;
import org.hilum.platform.access.AuditTrail;
import org.hilum.platform.access.Institutions;
import org.hilum.platform.access.Institutions.Institution;
import org.hilum.platform.access.Institutions.Peer;
import org.hilum.platform.access.Institutions.Route;
import org.hilum.platform.access.Person;
import org.hilum.platform.access.RecordedEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Institutions, who reads for whom, who may send by DICOM, and the audit trail. Only the house
 * manages institutions; an auditor sees the trail of the own institution, one of the house all.
 */
@RestController
@RequestMapping("/api")
public class HouseController {

  private static final String MANAGE = "hasAuthority('MANAGE_INSTITUTIONS')";
  private static final int MOST_ENTRIES = 1000;

  private final Institutions institutions;
  private final AuditTrail.Reader trail;

  public HouseController(Institutions institutions, AuditTrail.Reader trail) {
    this.institutions = institutions;
    this.trail = trail;
  }

  /** Name of an institution, and whether it takes part. */
  public record InstitutionChange(String name, boolean isActive) {
    public InstitutionChange {
      requireNonNull(name, "name");
    }
  }

  private static void requireHouse(Person person) {
    if (!person.institution().equals(Institutions.HOUSE)) {
      throw new AccessDeniedException("only the house manages institutions");
    }
  }

  private void record(Person person, HttpServletRequest request, String object, String words) {
    trail.record(
        new AuditEntry(
            Action.ADMINISTER,
            person.account(),
            person.institution(),
            request.getRemoteAddr(),
            "",
            List.of(object),
            true,
            words));
  }

  /** All institutions. */
  @GetMapping("/institutions")
  @PreAuthorize(MANAGE)
  public List<Institution> institutions(@AuthenticationPrincipal Person person) {
    requireHouse(person);
    return institutions.all();
  }

  /** Makes or changes an institution. */
  @PutMapping("/institutions/{code}")
  @PreAuthorize(MANAGE)
  public Institution put(
      @AuthenticationPrincipal Person person,
      @PathVariable("code") String code,
      @RequestBody InstitutionChange change,
      HttpServletRequest request)
      throws AccessRefusal {
    requireHouse(person);
    if (code.equals(Institutions.HOUSE) && !change.isActive()) {
      throw new AccessRefusal("The institution that keeps the house cannot be deactivated.");
    }
    institutions.put(code, change.name());
    institutions.setActive(code, change.isActive());
    record(person, request, "institution:" + code, change.isActive() ? "put" : "deactivated");
    return institutions.institution(code).orElseThrow();
  }

  /** Who reads for whom. */
  @GetMapping("/routes")
  @PreAuthorize(MANAGE)
  public List<Route> routes(@AuthenticationPrincipal Person person) {
    requireHouse(person);
    return institutions.routes();
  }

  /** One institution reads for another: studies that come from now on. */
  @PutMapping("/routes/{sender}/{reader}")
  @PreAuthorize(MANAGE)
  public ResponseEntity<Void> open(
      @AuthenticationPrincipal Person person,
      @PathVariable("sender") String sender,
      @PathVariable("reader") String reader,
      HttpServletRequest request)
      throws AccessRefusal {
    requireHouse(person);
    institutions.setRoute(sender, reader, true);
    record(person, request, "route:" + sender + ">" + reader, "opened");
    return ResponseEntity.noContent().build();
  }

  /** It reads no more for it. */
  @DeleteMapping("/routes/{sender}/{reader}")
  @PreAuthorize(MANAGE)
  public ResponseEntity<Void> shut(
      @AuthenticationPrincipal Person person,
      @PathVariable("sender") String sender,
      @PathVariable("reader") String reader,
      HttpServletRequest request)
      throws AccessRefusal {
    requireHouse(person);
    institutions.setRoute(sender, reader, false);
    record(person, request, "route:" + sender + ">" + reader, "shut");
    return ResponseEntity.noContent().build();
  }

  /** DICOM application entities that are known. */
  @GetMapping("/peers")
  @PreAuthorize(MANAGE)
  public List<Peer> peers(@AuthenticationPrincipal Person person) {
    requireHouse(person);
    return institutions.peers();
  }

  /** An application entity as it is sent: what protects it may be left out. */
  public record PeerChange(
      String title,
      String institution,
      String host,
      int port,
      boolean maySend,
      boolean mayQuery,
      boolean isMoveDestination,
      @Nullable Boolean isTls,
      @Nullable String certificate) {

    Peer peer() {
      return new Peer(
          title,
          institution,
          host,
          port,
          maySend,
          mayQuery,
          isMoveDestination,
          Boolean.TRUE.equals(isTls),
          Objects.requireNonNullElse(certificate, ""));
    }
  }

  /** Makes an application entity known, or changes it. */
  @PutMapping("/peers")
  @PreAuthorize(MANAGE)
  public Peer put(
      @AuthenticationPrincipal Person person,
      @RequestBody PeerChange change,
      HttpServletRequest request)
      throws AccessRefusal {
    requireHouse(person);
    institutions.put(change.peer());
    record(person, request, "peer:" + change.title(), "put");
    return institutions.peer(change.title()).orElseThrow();
  }

  /** Forgets an application entity. */
  @DeleteMapping("/peers/{title}")
  @PreAuthorize(MANAGE)
  public ResponseEntity<Void> remove(
      @AuthenticationPrincipal Person person,
      @PathVariable("title") String title,
      HttpServletRequest request) {
    requireHouse(person);
    institutions.removePeer(title);
    record(person, request, "peer:" + title, "removed");
    return ResponseEntity.noContent().build();
  }

  /**
   * The audit trail, newest first; {@code before} goes on where the last page ended. That it was
   * looked at is itself recorded.
   */
  @GetMapping("/audit")
  @PreAuthorize("hasAuthority('VIEW_AUDIT')")
  public List<RecordedEntry> audit(
      @AuthenticationPrincipal Person person,
      @RequestParam(name = "actor", required = false) @Nullable String actor,
      @RequestParam(name = "from", required = false) @Nullable Instant from,
      @RequestParam(name = "to", required = false) @Nullable Instant to,
      @RequestParam(name = "before", required = false) @Nullable Long before,
      @RequestParam(name = "most", defaultValue = "100") int most,
      HttpServletRequest request) {
    boolean isHouse = person.institution().equals(Institutions.HOUSE);
    var found =
        trail.entries(
            isHouse ? Optional.empty() : Optional.of(person.institution()),
            Optional.ofNullable(actor),
            from == null ? Instant.EPOCH : from,
            to == null ? Instant.parse("9999-01-01T00:00:00Z") : to,
            before == null ? Long.MAX_VALUE : before,
            Math.clamp(most, 1, MOST_ENTRIES));
    trail.record(LookedAt.by(person, request, ""));
    return found;
  }

  /** What became of a check of the trail. */
  public record TrailCheck(boolean isWhole, @Nullable Long firstBroken) {}

  /** Whether the trail is whole: no entry changed, none missing. */
  @GetMapping("/audit/check")
  @PreAuthorize("hasAuthority('VIEW_AUDIT')")
  public TrailCheck check(@AuthenticationPrincipal Person person, HttpServletRequest request) {
    requireHouse(person);
    trail.record(LookedAt.by(person, request, ""));
    var broken = trail.firstBroken();
    return new TrailCheck(broken.isEmpty(), broken.isPresent() ? broken.getAsLong() : null);
  }

  /** What cannot be done, in words. */
  @ExceptionHandler(AccessRefusal.class)
  public ProblemDetail refused(AccessRefusal refusal) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_CONTENT, refusal.words());
  }
}
