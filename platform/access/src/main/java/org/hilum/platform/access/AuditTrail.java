package org.hilum.platform.access;

/** The trail of who did what, only ever added to. */
public interface AuditTrail {

  /** Adds an entry; it is safe on disk on return. */
  void record(AuditEntry entry);
}
