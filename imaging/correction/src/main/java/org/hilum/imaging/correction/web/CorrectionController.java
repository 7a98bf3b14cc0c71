package org.hilum.imaging.correction.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.util.OptionalInt;
import org.hilum.imaging.correction.CorrectionReason;
import org.hilum.imaging.correction.CorrectionRefusal;
import org.hilum.imaging.correction.CorrectionState;
import org.hilum.imaging.correction.Corrections;
import org.hilum.imaging.worklist.CaseKey;
import org.hilum.platform.access.AuditEntry.Action;
import org.hilum.platform.access.Permission;
import org.hilum.platform.access.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The correction of a case over HTTP. */
@RestController
@RequestMapping("/api/worklist/{institution}/{study}/correction")
public class CorrectionController extends CorrectionProblems {

  private final Corrections corrections;
  private final CorrectionDoor door;

  public CorrectionController(Corrections corrections, CorrectionDoor door) {
    this.corrections = corrections;
    this.door = door;
  }

  /**
   * The revision that somebody saw.
   *
   * @param revision as it was answered
   */
  public record RevisionBody(@Nullable Integer revision) {
    int seen() throws CorrectionRefusal {
      if (revision == null) {
        throw new CorrectionRefusal(CorrectionReason.STEP_UNCLEAR, "a revision is needed");
      }
      return revision;
    }
  }

  /** Whether a case may be used for training. */
  public record ConsentBody(@Nullable Boolean mayTrain) {
    boolean said() throws CorrectionRefusal {
      if (mayTrain == null) {
        throw new CorrectionRefusal(CorrectionReason.STEP_UNCLEAR, "mayTrain is true or false");
      }
      return mayTrain;
    }
  }

  /** Something that changes a correction. */
  private interface Change {
    CorrectionState on(CaseKey key) throws CorrectionRefusal, IOException;
  }

  /**
   * How the correction stands.
   *
   * @param prepare whether somebody is about to correct: volume and masks come into memory
   *     meanwhile, so that the first step does not wait for them
   */
  @GetMapping
  @PreAuthorize("hasAuthority('VIEW_RESULTS')")
  public CorrectionAnswer state(
      @AuthenticationPrincipal Person person,
      @PathVariable("institution") String institution,
      @PathVariable("study") String study,
      @RequestParam(name = "prepare", defaultValue = "false") boolean prepare,
      HttpServletRequest request)
      throws CorrectionRefusal {
    var entry = door.enter(person, institution, study);
    var state = corrections.state(entry.key());
    door.done(person, request, Action.VIEW, entry, "correction, revision " + state.revision());
    if (prepare && person.may(Permission.CORRECT_AND_SIGN)) {
      corrections.prepare(entry.key());
    }
    return CorrectionAnswer.of(state);
  }

  /** Does a step. */
  @PostMapping("/steps")
  @PreAuthorize("hasAuthority('CORRECT_AND_SIGN')")
  public CorrectionAnswer step(
      @AuthenticationPrincipal Person person,
      @PathVariable("institution") String institution,
      @PathVariable("study") String study,
      @RequestBody StepBody body,
      HttpServletRequest request)
      throws CorrectionRefusal, IOException {
    return change(
        person,
        institution,
        study,
        request,
        String.valueOf(body.kind()),
        key -> corrections.step(key, body.request(), person.account()));
  }

  /** Takes the last step back. */
  @PostMapping("/undo")
  @PreAuthorize("hasAuthority('CORRECT_AND_SIGN')")
  public CorrectionAnswer undo(
      @AuthenticationPrincipal Person person,
      @PathVariable("institution") String institution,
      @PathVariable("study") String study,
      @RequestBody RevisionBody body,
      HttpServletRequest request)
      throws CorrectionRefusal, IOException {
    return change(
        person,
        institution,
        study,
        request,
        "undo",
        key -> corrections.undo(key, body.seen(), person.account()));
  }

  /** Does a step again that was taken back. */
  @PostMapping("/redo")
  @PreAuthorize("hasAuthority('CORRECT_AND_SIGN')")
  public CorrectionAnswer redo(
      @AuthenticationPrincipal Person person,
      @PathVariable("institution") String institution,
      @PathVariable("study") String study,
      @RequestBody RevisionBody body,
      HttpServletRequest request)
      throws CorrectionRefusal, IOException {
    return change(
        person,
        institution,
        study,
        request,
        "redo",
        key -> corrections.redo(key, body.seen(), person.account()));
  }

  /** Takes all steps back for good. */
  @PostMapping("/discard")
  @PreAuthorize("hasAuthority('CORRECT_AND_SIGN')")
  public CorrectionAnswer discard(
      @AuthenticationPrincipal Person person,
      @PathVariable("institution") String institution,
      @PathVariable("study") String study,
      @RequestBody RevisionBody body,
      HttpServletRequest request)
      throws CorrectionRefusal, IOException {
    return change(
        person,
        institution,
        study,
        request,
        "discard",
        key -> corrections.discard(key, body.seen(), person.account()));
  }

  /** Writes a new result of the case with the corrected outlines. */
  @PostMapping("/apply")
  @PreAuthorize("hasAuthority('CORRECT_AND_SIGN')")
  public CorrectionAnswer apply(
      @AuthenticationPrincipal Person person,
      @PathVariable("institution") String institution,
      @PathVariable("study") String study,
      @RequestBody RevisionBody body,
      HttpServletRequest request)
      throws CorrectionRefusal, IOException {
    return change(
        person,
        institution,
        study,
        request,
        "put in force",
        key -> corrections.apply(key, body.seen(), person.account()));
  }

  /** The network's reading counts again. */
  @PostMapping("/withdraw")
  @PreAuthorize("hasAuthority('CORRECT_AND_SIGN')")
  public CorrectionAnswer withdraw(
      @AuthenticationPrincipal Person person,
      @PathVariable("institution") String institution,
      @PathVariable("study") String study,
      @RequestBody RevisionBody body,
      HttpServletRequest request)
      throws CorrectionRefusal, IOException {
    return change(
        person,
        institution,
        study,
        request,
        "taken out of force",
        key -> corrections.withdraw(key, body.seen(), person.account()));
  }

  private CorrectionAnswer change(
      Person person,
      String institution,
      String study,
      HttpServletRequest request,
      String what,
      Change change)
      throws CorrectionRefusal, IOException {
    var entry = door.enter(person, institution, study);
    try {
      var state = change.on(entry.key());
      door.done(
          person,
          request,
          Action.CHANGE,
          entry,
          "correction: " + what + ", revision " + state.revision());
      return CorrectionAnswer.of(state);
    } catch (CorrectionRefusal refusal) {
      door.refused(person, request, entry, refusal);
      throw refusal;
    }
  }

  /** The corrected mask of opacity, on the grid of the network's. */
  @GetMapping("/mask.nii.gz")
  @PreAuthorize("hasAuthority('VIEW_RESULTS')")
  public void mask(
      @AuthenticationPrincipal Person person,
      @PathVariable("institution") String institution,
      @PathVariable("study") String study,
      @RequestParam(name = "revision", required = false) @Nullable Integer revision,
      HttpServletRequest request,
      HttpServletResponse response)
      throws CorrectionRefusal, IOException {
    var entry = door.enter(person, institution, study);
    var file = Files.createTempFile("correction-", ".nii.gz");
    try {
      corrections.writeMask(
          entry.key(), revision == null ? OptionalInt.empty() : OptionalInt.of(revision), file);
      door.done(person, request, Action.VIEW, entry, "corrected mask");
      Attachment.begin(response, "application/gzip", "mask.nii.gz");
      response.setContentLengthLong(Files.size(file));
      Files.copy(file, response.getOutputStream());
    } finally {
      Files.delete(file);
    }
  }

  /** Says whether the case may be used for training. */
  @PutMapping("/consent")
  @PreAuthorize("hasAuthority('CORRECT_AND_SIGN')")
  public CorrectionAnswer consent(
      @AuthenticationPrincipal Person person,
      @PathVariable("institution") String institution,
      @PathVariable("study") String study,
      @RequestBody ConsentBody body,
      HttpServletRequest request)
      throws CorrectionRefusal, IOException {
    return change(
        person,
        institution,
        study,
        request,
        "consent to training: " + body.mayTrain(),
        key -> {
          if (!key.institution().equals(person.institution())) {
            throw new CorrectionRefusal(
                CorrectionReason.NOT_YOURS,
                "only the institution whose patient it is says whether the case may be used");
          }
          corrections.setMayTrain(key, body.said(), person.account());
          return corrections.state(key);
        });
  }
}
