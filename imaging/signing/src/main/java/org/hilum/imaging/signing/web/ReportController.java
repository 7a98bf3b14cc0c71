package org.hilum.imaging.signing.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.hilum.imaging.signing.CaseReport;
import org.hilum.imaging.signing.Reports;
import org.hilum.imaging.signing.Signatures;
import org.hilum.imaging.signing.SignerCheck;
import org.hilum.imaging.signing.SigningRefusal;
import org.hilum.imaging.worklist.WorklistEntry;
import org.hilum.platform.access.AuditEntry.Action;
import org.hilum.platform.access.Permission;
import org.hilum.platform.access.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The report of a case over HTTP: read by whoever may see results, written by radiologists. */
@RestController
@RequestMapping("/api/worklist/{institution}/{study}/report")
public class ReportController extends ReportProblems {

  private static final int LONGEST_REASON = 500;
  private static final int LONGEST_PASSWORD = 1000;

  private final Reports reports;
  private final Signatures signatures;
  private final SignerCheck signers;
  private final ReportDoor door;

  public ReportController(
      Reports reports, Signatures signatures, SignerCheck signers, ReportDoor door) {
    this.reports = reports;
    this.signatures = signatures;
    this.signers = signers;
    this.door = door;
  }

  /** The report as it is; what a draft says is told to those who may sign only. */
  @GetMapping
  @PreAuthorize("hasAuthority('VIEW_RESULTS')")
  public ReportAnswer report(
      @AuthenticationPrincipal Person person,
      @PathVariable("institution") String institution,
      @PathVariable("study") String study,
      HttpServletRequest request)
      throws SigningRefusal {
    var entry = door.enter(person, institution, study);
    door.done(person, request, Action.VIEW, entry, "report");
    return answer(reports.report(entry.key()), person);
  }

  private ReportAnswer answer(CaseReport report, Person person) {
    var history =
        report.history().stream()
            .map(
                event ->
                    new ReportAnswer.EventAnswer(
                        event.kind(),
                        event.by(),
                        event.byName(),
                        event.at(),
                        event.text(),
                        event.contentHash(),
                        event.result().isPresent()
                            ? Long.toString(event.result().getAsLong())
                            : null,
                        files(report, event.result().orElse(0))))
            .toList();
    return ReportAnswer.of(
        report, history, reports.hasNewer(report), person.may(Permission.CORRECT_AND_SIGN));
  }

  private List<ReportAnswer.FileAnswer> files(CaseReport report, long result) {
    return reports.files(report.key(), result).stream()
        .map(file -> new ReportAnswer.FileAnswer(file.path(), file.mediaType(), file.bytes()))
        .toList();
  }

  /** Keeps the draft; refused with who and when where somebody else changed it meanwhile. */
  @PutMapping
  @PreAuthorize("hasAuthority('CORRECT_AND_SIGN')")
  public ReportAnswer save(
      @AuthenticationPrincipal Person person,
      @PathVariable("institution") String institution,
      @PathVariable("study") String study,
      @RequestBody DraftRequest body,
      HttpServletRequest request)
      throws SigningRefusal {
    var entry = door.enter(person, institution, study);
    var report = reports.save(entry.key(), body.draft(), person.account());
    return changed(person, request, entry, report, "report: draft, revision " + report.revision());
  }

  /**
   * In which language.
   *
   * @param language {@code en} or {@code zh}
   * @param revision that the caller has seen; absent for whichever is the newest
   */
  public record PrefillRequest(@Nullable String language, @Nullable Integer revision) {}

  /** Proposes sentences from what was measured; what a person wrote stays. */
  @PostMapping("/prefill")
  @PreAuthorize("hasAuthority('CORRECT_AND_SIGN')")
  public ReportAnswer prefill(
      @AuthenticationPrincipal Person person,
      @PathVariable("institution") String institution,
      @PathVariable("study") String study,
      @RequestBody PrefillRequest body,
      HttpServletRequest request)
      throws SigningRefusal {
    var entry = door.enter(person, institution, study);
    var report =
        reports.prefill(
            entry.key(),
            DraftRequest.language(body.language()),
            Optional.ofNullable(body.revision()),
            person.account());
    return changed(
        person, request, entry, report, "report: prefilled, revision " + report.revision());
  }

  /** The draft as it would look; no content where nobody has begun. */
  @GetMapping("/preview.pdf")
  @PreAuthorize("hasAuthority('CORRECT_AND_SIGN')")
  public ResponseEntity<byte[]> preview(
      @AuthenticationPrincipal Person person,
      @PathVariable("institution") String institution,
      @PathVariable("study") String study,
      HttpServletRequest request)
      throws SigningRefusal {
    var entry = door.enter(person, institution, study);
    door.done(person, request, Action.VIEW, entry, "report: preview");
    return signatures
        .preview(entry.key())
        .map(
            pdf ->
                ResponseEntity.ok()
                    .contentType(MediaType.APPLICATION_PDF)
                    .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"preview.pdf\"")
                    .header("X-Content-Type-Options", "nosniff")
                    .cacheControl(CacheControl.noStore())
                    .body(pdf))
        .orElseGet(() -> ResponseEntity.noContent().build());
  }

  /**
   * A signature.
   *
   * @param revision that was read
   * @param isOnOlder whether it is meant, where newer results are there than the report rests on
   */
  public record SignRequest(
      @Nullable Integer revision, @Nullable String password, @Nullable Boolean isOnOlder) {
    @Override
    public String toString() {
      return "SignRequest[" + revision + "]";
    }
  }

  /** Signs the draft: its text changes no more. */
  @PostMapping("/sign")
  @PreAuthorize("hasAuthority('CORRECT_AND_SIGN')")
  public ReportAnswer sign(
      @AuthenticationPrincipal Person person,
      @PathVariable("institution") String institution,
      @PathVariable("study") String study,
      @RequestBody SignRequest body,
      HttpServletRequest request)
      throws SigningRefusal {
    var entry = door.enter(person, institution, study);
    var revision = body.revision();
    if (revision == null) {
      throw DraftRequest.malformed("revision is the one that was read");
    }
    boolean isOnOlder = Boolean.TRUE.equals(body.isOnOlder());
    return signed(
        person,
        request,
        entry,
        "report: signed",
        () -> signatures.sign(entry.key(), revision, isOnOlder, check(person, body.password())));
  }

  /** Something to add. */
  public record AddendumRequest(@Nullable String password, @Nullable String text) {
    @Override
    public String toString() {
      return "AddendumRequest[]";
    }
  }

  /** Adds to what is signed. */
  @PostMapping("/addendum")
  @PreAuthorize("hasAuthority('CORRECT_AND_SIGN')")
  public ReportAnswer add(
      @AuthenticationPrincipal Person person,
      @PathVariable("institution") String institution,
      @PathVariable("study") String study,
      @RequestBody AddendumRequest body,
      HttpServletRequest request)
      throws SigningRefusal {
    var entry = door.enter(person, institution, study);
    var text = DraftRequest.words("text", body.text(), DraftRequest.LONGEST_TEXT);
    return signed(
        person,
        request,
        entry,
        "report: addendum signed",
        () -> signatures.add(entry.key(), text, check(person, body.password())));
  }

  /** Why what was signed is taken back. */
  public record WithdrawRequest(@Nullable String password, @Nullable String reason) {
    @Override
    public String toString() {
      return "WithdrawRequest[]";
    }
  }

  /** Takes back what was signed. */
  @PostMapping("/withdraw")
  @PreAuthorize("hasAuthority('CORRECT_AND_SIGN')")
  public ReportAnswer withdraw(
      @AuthenticationPrincipal Person person,
      @PathVariable("institution") String institution,
      @PathVariable("study") String study,
      @RequestBody WithdrawRequest body,
      HttpServletRequest request)
      throws SigningRefusal {
    var entry = door.enter(person, institution, study);
    var why = DraftRequest.words("reason", body.reason(), LONGEST_REASON);
    return signed(
        person,
        request,
        entry,
        "report: withdrawn",
        () -> signatures.withdraw(entry.key(), why, check(person, body.password())));
  }

  private Signatures.Check check(Person person, @Nullable String password) throws SigningRefusal {
    if (password == null || password.isEmpty() || password.length() > LONGEST_PASSWORD) {
      throw DraftRequest.malformed("password is your own, once more");
    }
    return () -> signers.check(person.account(), person.institution(), password);
  }

  /** Something that needs a signature. */
  @FunctionalInterface
  private interface Signing {
    CaseReport done() throws SigningRefusal;
  }

  private ReportAnswer signed(
      Person person, HttpServletRequest request, WorklistEntry entry, String words, Signing signing)
      throws SigningRefusal {
    try {
      return changed(person, request, entry, signing.done(), words);
    } catch (SigningRefusal refused) {
      door.refused(person, request, entry, words + ": refused, " + refused.reason().code());
      throw refused;
    }
  }

  private ReportAnswer changed(
      Person person,
      HttpServletRequest request,
      WorklistEntry entry,
      CaseReport report,
      String words) {
    door.done(person, request, Action.CHANGE, entry, words);
    return answer(report, person);
  }
}
