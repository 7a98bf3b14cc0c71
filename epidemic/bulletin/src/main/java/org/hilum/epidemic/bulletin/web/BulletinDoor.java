package org.hilum.epidemic.bulletin.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.hilum.epidemic.bulletin.Bulletin;
import org.hilum.epidemic.bulletin.BulletinDesk;
import org.hilum.platform.access.AuditEntry;
import org.hilum.platform.access.AuditEntry.Action;
import org.hilum.platform.access.AuditTrail;
import org.hilum.platform.access.Person;
import org.jspecify.annotations.Nullable;

/** Opens a bulletin to a person, and has it written down. */
public final class BulletinDoor {

  private final BulletinDesk desk;
  private final AuditTrail trail;

  public BulletinDoor(BulletinDesk desk, AuditTrail trail) {
    this.desk = desk;
    this.trail = trail;
  }

  BulletinDesk desk() {
    return desk;
  }

  /** The newest bulletin of a source, of one place where one is named. */
  Bulletin bulletin(String source, @Nullable String place) throws BulletinRefusal, IOException {
    var bulletin = desk.bulletin(source).orElseThrow(BulletinRefusal::none);
    return place == null || place.isEmpty()
        ? bulletin
        : bulletin.of(place).orElseThrow(BulletinRefusal::none);
  }

  void record(
      Person person, HttpServletRequest request, Action action, boolean isAllowed, String words) {
    trail.record(
        new AuditEntry(
            action,
            person.account(),
            person.institution(),
            Optional.ofNullable(request.getRemoteAddr()).orElse(""),
            "",
            List.of(),
            isAllowed,
            words));
  }
}
