package org.hilum.imaging.correction.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.hilum.imaging.correction.CorrectionReason;
import org.hilum.imaging.correction.CorrectionRefusal;
import org.hilum.imaging.dicom.Uid;
import org.hilum.imaging.worklist.CaseKey;
import org.hilum.imaging.worklist.Worklist;
import org.hilum.imaging.worklist.WorklistEntry;
import org.hilum.platform.access.AuditEntry;
import org.hilum.platform.access.AuditEntry.Action;
import org.hilum.platform.access.AuditTrail;
import org.hilum.platform.access.Person;

/** Lets a person to the correction of a case, and records what is done with it. */
public final class CorrectionDoor {

  private final Worklist worklist;
  private final AuditTrail trail;

  public CorrectionDoor(Worklist worklist, AuditTrail trail) {
    this.worklist = worklist;
    this.trail = trail;
  }

  /** The case, or the same refusal whether it does not exist or is somebody else's. */
  WorklistEntry enter(Person person, String institution, String study) throws CorrectionRefusal {
    if (institution.indexOf('\0') >= 0 || !Uid.isWellFormed(study)) {
      throw unknown();
    }
    return worklist
        .entry(new CaseKey(institution, new Uid(study)), Optional.of(person.institution()))
        .orElseThrow(CorrectionDoor::unknown);
  }

  private static CorrectionRefusal unknown() {
    return new CorrectionRefusal(
        CorrectionReason.NOT_ON_THE_LIST, "there is no such case on the list of this institution");
  }

  void done(
      Person person, HttpServletRequest request, Action action, WorklistEntry entry, String words) {
    record(person, request, action, Optional.of(entry), entry.key(), true, words);
  }

  void refused(
      Person person, HttpServletRequest request, WorklistEntry entry, CorrectionRefusal refusal) {
    record(
        person,
        request,
        Action.CHANGE,
        Optional.of(entry),
        entry.key(),
        false,
        "correction: " + refusal.reason().code());
  }

  /** A case was handed out for training. */
  void handedOut(Person person, String from, CaseKey key) {
    trail.record(
        new AuditEntry(
            Action.EXPORT,
            person.account(),
            person.institution(),
            from,
            worklist.entry(key, Optional.empty()).map(WorklistEntry::patientId).orElse(""),
            List.of(key.studyInstanceUid().value()),
            true,
            "correction, for training"));
  }

  private void record(
      Person person,
      HttpServletRequest request,
      Action action,
      Optional<WorklistEntry> entry,
      CaseKey key,
      boolean allowed,
      String words) {
    trail.record(
        new AuditEntry(
            action,
            person.account(),
            person.institution(),
            Optional.ofNullable(request.getRemoteAddr()).orElse(""),
            entry.map(WorklistEntry::patientId).orElse(""),
            List.of(key.studyInstanceUid().value()),
            allowed,
            words));
  }
}
