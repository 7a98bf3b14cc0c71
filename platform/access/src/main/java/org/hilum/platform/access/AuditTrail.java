package org.hilum.platform.access;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.hilum.platform.access.sql.SqlAuditTrail;

/** The trail of who did what, only ever added to. */
public interface AuditTrail {

  /** That of a database. */
  static Reader in(DataSource tables, InstantSource clock) {
    return new SqlAuditTrail(tables, clock);
  }

  /** Adds an entry; it is safe on disk on return. */
  void record(AuditEntry entry);

  /** A trail that can be read, too. */
  interface Reader extends AuditTrail {

    /**
     * Entries, newest first.
     *
     * @param before entries of smaller numbers only; {@code Long.MAX_VALUE} for the newest
     */
    List<RecordedEntry> entries(AuditSelection wanted, long before, int most);

    /**
     * Entries, newest first.
     *
     * @param institution whose; empty for all
     * @param actor who; empty for all
     * @param before entries of smaller numbers only; {@code Long.MAX_VALUE} for the newest
     */
    default List<RecordedEntry> entries(
        Optional<String> institution,
        Optional<String> actor,
        Instant from,
        Instant to,
        long before,
        int most) {
      return entries(
          new AuditSelection(institution, actor, Optional.empty(), Optional.empty(), from, to),
          before,
          most);
    }

    /** Number of the first entry that was changed, or before which one is missing. */
    OptionalLong firstBroken();
  }
}
