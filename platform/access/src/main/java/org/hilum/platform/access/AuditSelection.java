package org.hilum.platform.access;

import java.time.Instant;
import java.util.Optional;

/**
 * Which entries of the audit trail are asked for; empty stands for all.
 *
 * @param institution whose
 * @param actor who
 * @param patient Patient ID concerned
 * @param object id of something it was done to, as a Study Instance UID
 * @param from first moment
 * @param to moment after the last
 */
public record AuditSelection(
    Optional<String> institution,
    Optional<String> actor,
    Optional<String> patient,
    Optional<String> object,
    Instant from,
    Instant to) {

  /** After everything that can be in the trail. */
  public static final Instant EVER = Instant.parse("9999-01-01T00:00:00Z");

  /** All that an institution may see; empty for the house. */
  public static AuditSelection of(Optional<String> institution) {
    return new AuditSelection(
        institution, Optional.empty(), Optional.empty(), Optional.empty(), Instant.EPOCH, EVER);
  }
}
