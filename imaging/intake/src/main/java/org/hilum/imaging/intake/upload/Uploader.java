package org.hilum.imaging.intake.upload;

import java.util.List;
import org.hilum.platform.access.AuditEntry;
import org.hilum.platform.access.Person;

/**
 * Who asks about an upload.
 *
 * @param from network address
 */
public record Uploader(Person person, String from) {

  /** What is written into the trail. */
  public AuditEntry entry(
      AuditEntry.Action action, List<String> objects, boolean allowed, String words) {
    return new AuditEntry(
        action, person.account(), person.institution(), from, "", objects, allowed, words);
  }
}
