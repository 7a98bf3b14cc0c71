package org.hilum.platform.access;

import java.time.Instant;

/**
 * An entry of the audit trail.
 *
 * @param number from 1, without a gap
 */
public record RecordedEntry(long number, Instant at, AuditEntry entry) {}
