package org.hilum.platform.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.hilum.platform.access.AuditEntry;
import org.hilum.platform.access.AuditEntry.Action;
import org.hilum.platform.access.Person;

/** What the trail says of those who look at it. */
final class LookedAt {

  private LookedAt() {}

  /**
   * The entry of a look.
   *
   * @param patient whose entries were looked for; empty for anybody's
   */
  static AuditEntry by(Person person, HttpServletRequest request, String patient) {
    var query = request.getQueryString();
    return new AuditEntry(
        Action.QUERY,
        person.account(),
        person.institution(),
        request.getRemoteAddr(),
        patient,
        List.of(),
        true,
        query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query);
  }
}
