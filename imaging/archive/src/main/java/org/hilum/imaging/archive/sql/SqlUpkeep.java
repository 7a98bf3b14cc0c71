package org.hilum.imaging.archive.sql;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.hilum.imaging.archive.Archive.ArchivedStudy;
import org.hilum.imaging.archive.Archive.DeletedStudy;
import org.hilum.imaging.archive.RetentionPolicy;
import org.hilum.imaging.archive.Upkeep;
import org.hilum.platform.storage.ContentStore;
import org.hilum.platform.storage.ContentSweep;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks after the archive in PostgreSQL and its files, a step at a time. */
public final class SqlUpkeep implements Upkeep {

  /** Studies looked at in one step. */
  private static final int STUDIES_A_STEP = 200;

  /** Studies deleted in one step: each is a transaction and some hundred files. */
  private static final int DELETIONS_A_STEP = 10;

  private final RetentionPolicy policy;
  private final InstantSource clock;
  private final IndexReader reader;
  private final StudyDeletion deletion;
  private final ContentSweep sweep;
  private long lastStudy;

  public SqlUpkeep(
      DataSource source, ContentStore files, RetentionPolicy policy, InstantSource clock) {
    var tables = JdbcClient.create(source);
    this.policy = policy;
    this.clock = clock;
    this.reader = new IndexReader(tables, files);
    this.deletion = new StudyDeletion(source, files);
    this.sweep = new ContentSweep(files, new ContentRows(tables)::unreferred, clock);
  }

  @Override
  public synchronized Retired retire(Predicate<ArchivedStudy> mayGo) {
    var shortest = policy.shortest();
    if (shortest.isEmpty()) {
      return new Retired(List.of(), true);
    }
    var page = reader.quietSince(before(shortest.get()), lastStudy, STUDIES_A_STEP);
    var deleted = new ArrayList<DeletedStudy>();
    for (var row : page) {
      if (deleted.size() == DELETIONS_A_STEP) {
        return new Retired(deleted, false);
      }
      lastStudy = row.pk();
      retire(row, mayGo, deleted);
    }
    boolean isRound = page.size() < STUDIES_A_STEP;
    if (isRound) {
      lastStudy = 0;
    }
    return new Retired(deleted, isRound);
  }

  private void retire(
      IndexReader.StudyRow row, Predicate<ArchivedStudy> mayGo, List<DeletedStudy> deleted) {
    var institution = row.study().institution();
    policy
        .keptFor(institution)
        .filter(kept -> row.study().lastReceivedAt().isBefore(before(kept)))
        .filter(kept -> mayGo.test(reader.withSeries(row)))
        .flatMap(
            kept ->
                deletion.study(
                    institution,
                    row.study().studyInstanceUid(),
                    before(kept),
                    RETENTION,
                    "kept for " + kept.toDays() + " days"))
        .ifPresent(deleted::add);
  }

  private Instant before(Duration kept) {
    return clock.instant().minus(kept);
  }

  @Override
  public ContentSweep.Swept sweep() throws IOException {
    return sweep.step();
  }
}
