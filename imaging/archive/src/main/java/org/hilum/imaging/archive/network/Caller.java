package org.hilum.imaging.archive.network;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import org.hilum.imaging.archive.CallerInstitution;
import org.hilum.imaging.dicom.MalformedValueException;
import org.hilum.imaging.dicom.QueryRefusedException;
import org.hilum.imaging.dicom.QueryRequest;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.dicom.Uid;
import org.hilum.platform.access.AuditEntry;
import org.hilum.platform.access.AuditEntry.Action;
import org.hilum.platform.access.AuditTrail;

/** Whether an application entity may ask, and the record that it did. */
record Caller(CallerInstitution institutions, AuditTrail trail) {

  /** Of an application entity, in signs from the space to the tilde (PS3.5 6.2, AE). */
  private static final int LONGEST_TITLE = 16;

  private static final int FIRST_SIGN = 0x20;
  private static final int LAST_SIGN = 0x7E;

  /** Of one request that are named in the trail. */
  private static final int MOST_STUDIES = 1000;

  /** Whose studies it sees; one that sees none is turned away. */
  String institution(QueryRequest request, Action action) throws QueryRefusedException {
    var institution = institutions.of(request.callingTitle(), request.peer());
    if (institution.isEmpty()) {
      trail.record(entry(request, action, "", List.of(), false, "not known here"));
      throw Refusals.notAuthorised(request.callingTitle());
    }
    return institution.get();
  }

  void record(
      QueryRequest request, Action action, String institution, List<String> objects, String words) {
    trail.record(entry(request, action, institution, objects, true, words));
  }

  /** Somebody asked for objects to be sent where they are not. */
  void recordRefused(QueryRequest request, String destination) {
    var institution = institutions.of(request.callingTitle(), request.peer()).orElse("");
    var words = "destination " + title(destination) + " not known, or not for this caller";
    trail.record(entry(request, Action.EXPORT, institution, studies(request), false, words));
  }

  /** As it was sent, which may be anything. */
  private static String title(String sent) {
    return sent.codePoints()
        .limit(LONGEST_TITLE)
        .map(sign -> sign < FIRST_SIGN || sign > LAST_SIGN ? '?' : sign)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static List<String> studies(QueryRequest request) {
    try {
      return request.identifier().texts(Tag.STUDY_INSTANCE_UID).stream()
          .filter(Uid::isWellFormed)
          .limit(MOST_STUDIES)
          .toList();
    } catch (MalformedValueException unreadable) {
      return List.of();
    }
  }

  private static Optional<String> patient(QueryRequest request) {
    try {
      return request.identifier().text(Tag.PATIENT_ID);
    } catch (MalformedValueException unreadable) {
      return Optional.empty();
    }
  }

  private static AuditEntry entry(
      QueryRequest request,
      Action action,
      String institution,
      List<String> objects,
      boolean allowed,
      String words) {
    var from =
        request.peer() instanceof InetSocketAddress address && address.getAddress() != null
            ? address.getAddress().getHostAddress()
            : "";
    var patient = action == Action.EXPORT ? patient(request) : Optional.<String>empty();
    return new AuditEntry(
        action,
        request.callingTitle(),
        institution,
        from,
        patient.orElse(""),
        objects,
        allowed,
        request.level() + " over DIMSE: " + words);
  }
}
