package org.hilum.imaging.archive.network;

import java.net.InetSocketAddress;
import java.util.List;
import org.hilum.imaging.archive.CallerInstitution;
import org.hilum.imaging.dicom.QueryRefusedException;
import org.hilum.imaging.dicom.QueryRequest;
import org.hilum.imaging.dicom.Tag;
import org.hilum.platform.access.AuditEntry;
import org.hilum.platform.access.AuditEntry.Action;
import org.hilum.platform.access.AuditTrail;

/** Whether an application entity may ask, and the record that it did. */
record Caller(CallerInstitution institutions, AuditTrail trail) {

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
    var patient = action == Action.EXPORT ? request.identifier().text(Tag.PATIENT_ID) : NOBODY;
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

  private static final java.util.Optional<String> NOBODY = java.util.Optional.empty();
}
