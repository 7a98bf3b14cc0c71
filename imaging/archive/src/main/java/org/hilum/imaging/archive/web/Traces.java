package org.hilum.imaging.archive.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.hilum.platform.access.AuditEntry;
import org.hilum.platform.access.AuditEntry.Action;
import org.hilum.platform.access.AuditTrail;
import org.hilum.platform.access.Person;

/** Who looked at what over DICOMweb: one entry a request. */
final class Traces {

  private final AuditTrail trail;

  Traces(AuditTrail trail) {
    this.trail = trail;
  }

  void searched(Person person, HttpServletRequest request, String patientId, String study) {
    var names = String.join(",", request.getParameterMap().keySet().stream().sorted().toList());
    record(Action.QUERY, person, request, patientId, study, "QIDO-RS by " + shortened(names));
  }

  void viewed(
      Person person, HttpServletRequest request, String patientId, Place place, int instances) {
    var words =
        "WADO-RS of %d instances%s"
            .formatted(instances, place.series().isEmpty() ? "" : " of series " + place.series());
    record(Action.VIEW, person, request, patientId, place.study(), words);
  }

  private static String shortened(String text) {
    return text.length() > 200 ? text.substring(0, 200) : text;
  }

  private void record(
      Action action,
      Person person,
      HttpServletRequest request,
      String patientId,
      String study,
      String words) {
    trail.record(
        new AuditEntry(
            action,
            person.account(),
            person.institution(),
            request.getRemoteAddr(),
            patientId,
            study.isEmpty() ? List.of() : List.of(study),
            true,
            words));
  }
}
