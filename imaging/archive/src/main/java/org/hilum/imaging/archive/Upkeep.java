package org.hilum.imaging.archive;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.hilum.imaging.archive.Archive.ArchivedStudy;
import org.hilum.imaging.archive.Archive.DeletedStudy;
import org.hilum.imaging.archive.sql.SqlUpkeep;
import org.hilum.platform.storage.ContentStore;
import org.hilum.platform.storage.ContentSweep;

/**
 * What is let go: studies that were kept long enough, files that nothing refers to.
 *
 * <p>Each call is a small step, so that receiving and reading go on beside it; call again soon
 * until it has been round, then not for hours. A stop in between loses nothing.
 */
public interface Upkeep {

  /** Who deletes by retention, in the record of a deletion. */
  String RETENTION = "retention";

  /** Looks after an archive. */
  static Upkeep of(
      DataSource tables, ContentStore files, RetentionPolicy policy, InstantSource clock) {
    return new SqlUpkeep(tables, files, policy, clock);
  }

  /**
   * Deletes some studies of which nothing came for as long as they are kept, each with a record.
   *
   * @param mayGo whether a study that is old enough may go: read, and not marked to be kept
   */
  Retired retire(Predicate<ArchivedStudy> mayGo);

  /**
   * Removes some files that no instance refers to and that did not come just now: left by a stop,
   * or by objects that were turned away after they were safe.
   */
  ContentSweep.Swept sweep() throws IOException;

  /**
   * Studies that were let go.
   *
   * @param isRound whether all studies have been looked at
   */
  record Retired(List<DeletedStudy> deleted, boolean isRound) {
    public Retired {
      deleted = List.copyOf(deleted);
    }
  }
}
