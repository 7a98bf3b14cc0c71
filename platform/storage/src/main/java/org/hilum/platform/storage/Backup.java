package org.hilum.platform.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.hilum.platform.storage.backup.ContentCopy;
import org.hilum.platform.storage.backup.Manifest;
import org.hilum.platform.storage.backup.TablesOut;

/**
 * Writes down all that is kept, as it was at one moment, while work goes on.
 *
 * <p>That is rows, the files of content stores, and plain folders. A backup folder holds many
 * backups: a folder of rows and lists for each, named by its moment, and the files of all of them
 * once, in a {@link ContentStore} named {@code files}. One that was interrupted is not taken for a
 * backup. Rows and files are not encrypted: the folder belongs where only those who may see
 * patients can read.
 */
public final class Backup {

  static final String MANIFEST = "manifest.txt";
  static final String FILES = "files";

  private static final String UNFINISHED = ".unfinished";

  /** The last megabytes are left for the rows of the next one. */
  private static final StorageLimits LIMITS = new StorageLimits(Long.MAX_VALUE, 4L << 20);

  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private final DataSource database;
  private final Map<String, ContentStore> stores;
  private final Map<String, Path> folders;
  private final String program;
  private final Clock clock;

  /**
   * @param stores by their names; {@link ContentStore#look} is enough
   * @param folders plain ones by their names, as {@link DataFolder#plain} gives them; one that is
   *     not there holds nothing yet
   * @param program the version of Hilum
   */
  public Backup(
      DataSource database,
      Map<String, ContentStore> stores,
      Map<String, Path> folders,
      String program,
      Clock clock) {
    this.database = database;
    this.stores = new TreeMap<>(stores);
    this.folders = new TreeMap<>(folders);
    this.program = program;
    this.clock = clock;
  }

  /**
   * Makes one more backup in a backup folder.
   *
   * @throws StorageFullException when there is no room for it
   */
  public BackupReport write(Path target, BackupProgress progress) throws IOException {
    Files.createDirectories(target);
    Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwx------"));
    var lock = FolderLock.take(target.resolve("lock"));
    try (lock) {
      removeUnfinished(target);
      return made(target, progress);
    }
  }

  private BackupReport made(Path target, BackupProgress progress) throws IOException {
    var space = new StoreSpace(target, LIMITS);
    try {
      return whole(target, progress);
    } catch (IOException failed) {
      if (!space.meansFull(failed)) {
        throw failed;
      }
      removeUnfinished(target);
      var full = StorageFullException.backup(target, space.freeBytes());
      full.initCause(failed);
      throw full;
    }
  }

  private BackupReport whole(Path target, BackupProgress progress) throws IOException {
    var made = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var part = Files.createDirectory(target.resolve(NAME.format(made) + UNFINISHED));
    var copy = new ContentCopy(ContentStore.open(target.resolve(FILES), LIMITS));
    var plain = new FoldersOut(folders, copy);
    var manifest = written(part, made, copy, plain, progress);
    Files.writeString(part.resolve(MANIFEST), manifest.text());
    forceAll(part);
    var whole = target.resolve(NAME.format(made));
    Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
    force(target);
    return BackupReport.of(whole, manifest, copy.copied(), plain.leftOut(), List.of());
  }

  private Manifest written(
      Path part, Instant made, ContentCopy copy, FoldersOut plain, BackupProgress progress)
      throws IOException {
    var held = new TreeMap<String, ContentStore.Held>();
    try {
      for (var store : stores.entrySet()) {
        held.put(store.getKey(), store.getValue().hold());
      }
      // Files are safe before a row names them: what the rows of this moment name is listed after.
      var rows = rows(part, made);
      var contents = new ArrayList<Manifest.Content>();
      for (var store : held.entrySet()) {
        contents.add(content(store.getKey(), store.getValue(), copy, part, progress));
      }
      return new Manifest(
          made,
          program,
          rows.scripts(),
          rows.tables(),
          rows.sequences(),
          contents,
          plain.write(part, progress));
    } finally {
      for (var each : held.values()) {
        each.close();
      }
    }
  }

  private Manifest rows(Path part, Instant made) throws IOException {
    try (var connection = database.getConnection()) {
      try {
        var tables = TablesOut.of(connection);
        return new Manifest(
            made,
            program,
            tables.scripts(),
            tables.write(part),
            tables.sequences(),
            List.of(),
            List.of());
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    } catch (SQLException failed) {
      throw new BackupTroubleException(
          "The database's rows could not be written down: " + failed.getMessage(), failed);
    }
  }

  private static Manifest.Content content(
      String name, ContentStore.Held store, ContentCopy copy, Path part, BackupProgress progress)
      throws IOException {
    long bytes = 0;
    long done = 0;
    var list = new StringBuilder();
    var hashes = store.hashes();
    long damaged = 0;
    for (var hash : hashes) {
      var length = copy.copy(hash, store.file(hash).orElseThrow());
      if (length.isPresent()) {
        list.append(hash).append('\n');
        bytes += length.get();
      } else {
        damaged++;
      }
      progress.done(name, ++done, hashes.size());
    }
    Files.writeString(part.resolve(name + ".files"), list);
    return new Manifest.Content(
        name, done - damaged, bytes, Manifest.hash(list.toString()), damaged);
  }

  /** The whole backups of a backup folder, oldest first. */
  public static List<Path> list(Path target) throws IOException {
    try (var files = Files.list(target)) {
      return files
          .filter(each -> Files.isRegularFile(each.resolve(MANIFEST)))
          .filter(Backup::isWhole)
          .sorted()
          .toList();
    }
  }

  private static boolean isWhole(Path folder) {
    return !folder.toString().endsWith(UNFINISHED);
  }

  private static void removeUnfinished(Path target) throws IOException {
    try (var folders = Files.list(target)) {
      for (var each : folders.filter(each -> !isWhole(each)).toList()) {
        try (var files = Files.list(each)) {
          for (var file : files.toList()) {
            Files.delete(file);
          }
        }
        Files.delete(each);
      }
    }
  }

  private static void forceAll(Path part) throws IOException {
    try (var files = Files.list(part)) {
      for (var file : files.toList()) {
        force(file);
      }
    }
    force(part);
  }

  private static void force(Path file) throws IOException {
    try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
