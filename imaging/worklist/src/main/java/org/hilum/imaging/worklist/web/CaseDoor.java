package org.hilum.imaging.worklist.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.hilum.imaging.dicom.Uid;
import org.hilum.imaging.worklist.CaseKey;
import org.hilum.imaging.worklist.Worklist;
import org.hilum.imaging.worklist.WorklistEntry;
import org.hilum.platform.access.AuditEntry;
import org.hilum.platform.access.AuditEntry.Action;
import org.hilum.platform.access.AuditTrail;
import org.hilum.platform.access.Person;
import org.jspecify.annotations.Nullable;

/** Lets a person to a case that the institution sees, and records what is done with it. */
public final class CaseDoor {

  private final Worklist worklist;
  private final AuditTrail trail;

  public CaseDoor(Worklist worklist, AuditTrail trail) {
    this.worklist = worklist;
    this.trail = trail;
  }

  /** The case, or the same refusal whether it does not exist or is somebody else's. */
  WorklistEntry enter(Person person, String institution, String study) throws WorklistRefusal {
    return worklist
        .entry(key(institution, study), Optional.of(person.institution()))
        .orElseThrow(WorklistRefusal::unknown);
  }

  private static CaseKey key(String institution, String study) throws WorklistRefusal {
    if (institution.indexOf('\0') >= 0 || !Uid.isWellFormed(study)) {
      throw WorklistRefusal.unknown();
    }
    return new CaseKey(institution, new Uid(study));
  }

  /** What somebody wrote down as a reason. */
  static String words(String name, @Nullable String said, int longest) throws WorklistRefusal {
    var words = said == null ? "" : said.strip();
    if (words.isEmpty() || words.length() > longest || words.indexOf('\0') >= 0) {
      throw WorklistRefusal.malformed(name + " is needed, in at most " + longest + " characters");
    }
    return words;
  }

  void listed(Person person, HttpServletRequest request, int count) {
    record(person, request, Action.QUERY, "", List.of(), true, "worklist, " + count + " cases");
  }

  void follows(Person person, HttpServletRequest request) {
    record(person, request, Action.QUERY, "", List.of(), true, "follows the worklist");
  }

  void done(
      Person person, HttpServletRequest request, Action action, WorklistEntry entry, String words) {
    record(person, request, action, entry.patientId(), objects(entry), true, words);
  }

  /** A change that may not have been possible. */
  void tried(
      Person person,
      HttpServletRequest request,
      WorklistEntry entry,
      boolean allowed,
      String words) {
    record(person, request, Action.CHANGE, entry.patientId(), objects(entry), allowed, words);
  }

  private static List<String> objects(WorklistEntry entry) {
    return List.of(entry.key().studyInstanceUid().value());
  }

  private void record(
      Person person,
      HttpServletRequest request,
      Action action,
      String patient,
      List<String> objects,
      boolean allowed,
      String words) {
    trail.record(
        new AuditEntry(
            action,
            person.account(),
            person.institution(),
            Optional.ofNullable(request.getRemoteAddr()).orElse(""),
            patient,
            objects,
            allowed,
            words));
  }
}
