package org.hilum.imaging.archive.sql;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.hilum.imaging.archive.Archive.ArchivedStudy;
import org.hilum.imaging.archive.Archive.DeletedStudy;
import org.hilum.imaging.archive.RetentionPolicy;
import org.hilum.imaging.archive.Upkeep;
import org.hilum.platform.storage.ContentHash;
import org.hilum.platform.storage.ContentStore;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks after the archive in PostgreSQL and its files, a step at a time. */
public final class SqlUpkeep implements Upkeep {

  /** Studies looked at in one step. */
  private static final int STUDIES_A_STEP = 200;

  /** Studies deleted in one step: each is a transaction and some hundred files. */
  private static final int DELETIONS_A_STEP = 10;

  /** Files looked at in one step. */
  private static final int FILES_A_STEP = 500;

  /** Folders of the store, each named by two digits that its files begin with. */
  private static final int SHELVES = 256;

  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  private final ContentStore files;
  private final RetentionPolicy policy;
  private final InstantSource clock;
  private final IndexReader reader;
  private final StudyDeletion deletion;
  private final ContentRows contents;
  private final Deque<ContentHash> shelf = new ArrayDeque<>();
  private int nextShelf;
  private long lastStudy;

  public SqlUpkeep(
      DataSource source, ContentStore files, RetentionPolicy policy, InstantSource clock) {
    var tables = JdbcClient.create(source);
    this.files = files;
    this.policy = policy;
    this.clock = clock;
    this.reader = new IndexReader(tables, files);
    this.deletion = new StudyDeletion(source, files);
    this.contents = new ContentRows(tables);
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
  public synchronized Swept sweep() throws IOException {
    if (shelf.isEmpty()) {
      fetch(nextShelf);
      nextShelf = (nextShelf + 1) % SHELVES;
    }
    var looked = new ArrayList<ContentHash>();
    while (!shelf.isEmpty() && looked.size() < FILES_A_STEP) {
      looked.add(shelf.pop());
    }
    int removed = 0;
    var cameBefore = clock.instant().minus(ContentStore.ON_ITS_WAY);
    for (var unreferred : contents.unreferred(looked)) {
      if (files.remove(
          unreferred, same -> cameSince(same, cameBefore) || contents.isReferredTo(same))) {
        removed++;
      }
    }
    return new Swept(looked.size(), removed, shelf.isEmpty() && nextShelf == 0);
  }

  private void fetch(int number) throws IOException {
    try (var names = Files.newDirectoryStream(folder(number))) {
      for (var file : names) {
        var name = file.getFileName().toString();
        if (HASH.matcher(name).matches()) {
          shelf.add(new ContentHash(name));
        }
      }
    } catch (NoSuchFileException empty) {
      // Nothing lies there yet.
      return;
    }
  }

  private Path folder(int number) {
    var first = new ContentHash("%02x".formatted(number) + "0".repeat(62));
    return Objects.requireNonNull(files.place(first).getParent());
  }

  private boolean cameSince(ContentHash content, Instant moment) throws IOException {
    return !Files.getLastModifiedTime(files.place(content)).toInstant().isBefore(moment);
  }
}
