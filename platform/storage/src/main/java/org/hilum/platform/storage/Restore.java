package org.hilum.platform.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hilum.platform.storage.backup.FolderLook;
import org.hilum.platform.storage.backup.Manifest;
import org.hilum.platform.storage.backup.TablesIn;

/**
 * Brings a backup back: the same rows and the same files, proven, or nothing that a server would
 * start with.
 */
public final class Restore {

  private final DatabasePlace place;
  private final DataFolder data;
  private final List<String> tables;
  private final Map<String, Path> folders;

  /**
   * @param tables where the scripts lie that shape the tables, as in {@link Database#migrate}
   * @param folders names of the plain folders that may come back, as in {@link DataFolder#plain}
   */
  public Restore(DatabasePlace place, DataFolder data, List<String> tables, Set<String> folders) {
    this.place = place;
    this.data = data;
    this.tables = List.copyOf(tables);
    this.folders = data.plain(folders);
  }

  /**
   * Restores.
   *
   * @param source a backup folder, whose newest backup is taken, or one backup in it
   * @param overwrite whether what is there now may be lost; a plain folder that the backup knows
   *     nothing of is left as it is
   */
  public BackupReport read(Path source, boolean overwrite, BackupProgress progress)
      throws IOException {
    var chosen = chosen(source);
    var manifest = Manifest.of(Files.readString(chosen.resolve(Backup.MANIFEST)));
    TablesIn.check(manifest, chosen);
    var lists = ContentLists.read(manifest, chosen);
    var plain = FolderLists.read(manifest, chosen);
    plain.checkKnown(folders);
    data.made();
    var lock = data.lock();
    try (lock;
        var database = Database.open(place)) {
      var shape = new TableShape(database, tables);
      shape.checkKnown(manifest);
      refuseUnlessEmpty(shape, overwrite);
      begin(chosen);
      long copied = lists.copy(files(chosen), data, progress);
      copied += plain.copy(files(chosen), folders, progress);
      shape.make(manifest);
      rows(database, manifest, chosen);
      database.migrate(tables);
      lists.removeOthers(data);
      plain.putInPlace(folders);
      Files.delete(data.restoring());
      return BackupReport.of(chosen, manifest, copied, List.of(), plain.absent(folders));
    }
  }

  private static Path chosen(Path source) throws IOException {
    if (Files.isRegularFile(source.resolve(Backup.MANIFEST))) {
      return source;
    }
    var all = Files.isDirectory(source) ? Backup.list(source) : List.<Path>of();
    if (all.isEmpty()) {
      throw new BackupTroubleException(
          "No whole backup lies in " + source.toAbsolutePath() + ". Name another folder.");
    }
    return all.getLast();
  }

  private static ContentStore files(Path chosen) throws IOException {
    return ContentStore.look(chosen.toRealPath().resolveSibling(Backup.FILES));
  }

  /** From here on a server refuses to start, until all is there. */
  private void begin(Path chosen) throws IOException {
    Files.writeString(data.restoring(), chosen.toString());
    for (var each : List.of(data.restoring(), data.folder())) {
      try (var channel = FileChannel.open(each, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  private void refuseUnlessEmpty(TableShape shape, boolean overwrite) throws IOException {
    if (overwrite) {
      return;
    }
    boolean isEmpty = !shape.isThere();
    for (var store : data.stores().values()) {
      try (var hashes = ContentStore.look(store).hashes()) {
        isEmpty &= hashes.findAny().isEmpty();
      }
    }
    for (var folder : folders.values()) {
      isEmpty &= FolderLook.at(folder).isEmpty();
    }
    if (!isEmpty && !Files.exists(data.restoring())) {
      throw new BackupTroubleException(
          "There are data already in "
              + data.folder()
              + " or its database. Restore into an empty folder, or say --overwrite to lose them.");
    }
  }

  private static void rows(Database database, Manifest manifest, Path chosen) throws IOException {
    try (var connection = database.source().getConnection()) {
      connection.setAutoCommit(false);
      try {
        new TablesIn(connection, chosen).read(manifest);
        connection.commit();
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    } catch (SQLException failed) {
      throw new BackupTroubleException(
          "The rows could not be put back: " + failed.getMessage(), failed);
    }
  }
}
