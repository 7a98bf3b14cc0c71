package org.hilum.platform.access;

import java.util.List;

/**
 * What somebody did, or tried to do.
 *
 * @param action what was done
 * @param actor account or token id, AE title, or {@code hilum} for the program itself
 * @param institution whose eyes it was done with
 * @param from network address it came from; empty when there is none
 * @param patient Patient ID concerned; empty when none
 * @param objects ids of what it was done to: Study Instance UIDs, account ids
 * @param allowed whether it was done, or turned away
 * @param words more, with ids and never names; may be empty
 */
public record AuditEntry(
    Action action,
    String actor,
    String institution,
    String from,
    String patient,
    List<String> objects,
    boolean allowed,
    String words) {

  public AuditEntry {
    objects = List.copyOf(objects);
  }

  /** What can be done. */
  public enum Action {
    SIGN_IN,
    SIGN_OUT,
    RECEIVE,
    QUERY,
    VIEW,
    EXPORT,
    CHANGE,
    DELETE,
    READ_BY_NETWORK,
    ADMINISTER,
    START,
    STOP
  }
}
