package org.hilum.imaging.signing.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.hilum.imaging.dicom.Uid;
import org.hilum.imaging.signing.SigningReason;
import org.hilum.imaging.signing.SigningRefusal;
import org.hilum.imaging.worklist.CaseKey;
import org.hilum.imaging.worklist.Worklist;
import org.hilum.imaging.worklist.WorklistEntry;
import org.hilum.platform.access.AuditEntry;
import org.hilum.platform.access.AuditEntry.Action;
import org.hilum.platform.access.AuditTrail;
import org.hilum.platform.access.Person;

/** Lets a person to the report of a case the institution sees, and records what is done with it. */
public final class ReportDoor {

  private final Worklist worklist;
  private final AuditTrail trail;

  public ReportDoor(Worklist worklist, AuditTrail trail) {
    this.worklist = worklist;
    this.trail = trail;
  }

  /** The case, or the same refusal whether it does not exist or is somebody else's. */
  WorklistEntry enter(Person person, String institution, String study) throws SigningRefusal {
    if (institution.indexOf('\0') >= 0 || !Uid.isWellFormed(study)) {
      throw unknown();
    }
    return worklist
        .entry(new CaseKey(institution, new Uid(study)), Optional.of(person.institution()))
        .orElseThrow(ReportDoor::unknown);
  }

  private static SigningRefusal unknown() {
    return new SigningRefusal(
        SigningReason.NO_SUCH_CASE, "there is no such case on the list of this institution");
  }

  void done(
      Person person, HttpServletRequest request, Action action, WorklistEntry entry, String words) {
    record(person, request, action, entry, true, words);
  }

  /** Something that was turned away. */
  void refused(Person person, HttpServletRequest request, WorklistEntry entry, String words) {
    record(person, request, Action.CHANGE, entry, false, words);
  }

  private void record(
      Person person,
      HttpServletRequest request,
      Action action,
      WorklistEntry entry,
      boolean allowed,
      String words) {
    trail.record(
        new AuditEntry(
            action,
            person.account(),
            person.institution(),
            Optional.ofNullable(request.getRemoteAddr()).orElse(""),
            entry.patientId(),
            List.of(entry.key().studyInstanceUid().value()),
            allowed,
            words));
  }
}
