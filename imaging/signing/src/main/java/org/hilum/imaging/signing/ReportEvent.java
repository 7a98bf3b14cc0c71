package org.hilum.imaging.signing;

import java.time.Instant;
import java.util.OptionalLong;

/**
 * Something that was signed: a report, an addendum to it, or its withdrawal.
 *
 * @param by account
 * @param byName what the account is called
 * @param organization whom it signed for
 * @param text of the addendum, or why it was withdrawn; empty for the report itself
 * @param contentHash SHA-256 of all that was frozen
 * @param result the result of the case that holds its files; empty until they are written
 */
public record ReportEvent(
    long id,
    Kind kind,
    String by,
    String byName,
    String organization,
    Instant at,
    String text,
    ReportText report,
    String contentHash,
    OptionalLong result) {

  /** What was signed. */
  public enum Kind {
    SIGNED,
    ADDENDUM,
    WITHDRAWN
  }
}
