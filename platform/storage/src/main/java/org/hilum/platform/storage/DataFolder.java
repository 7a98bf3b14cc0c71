package org.hilum.platform.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Where a server keeps all that is its own: for its user's eyes only.
 *
 * @param folder of one server
 */
public record DataFolder(Path folder) {

  public DataFolder {
    folder = folder.toAbsolutePath().normalize();
  }

  /**
   * The folder when none is named: {@code hilum-data} in the user's home. Not hidden, so that
   * whoever looks after the machine sees where the patients' images are.
   */
  public static DataFolder standard() {
    return new DataFolder(Path.of(System.getProperty("user.home"), "hilum-data"));
  }

  /** The embedded database. */
  public Path database() {
    return folder.resolve("database");
  }

  /** The content store of what came in, as it came. */
  public Path objects() {
    return folder.resolve("objects");
  }

  /** The content store of what readings made. */
  public Path results() {
    return folder.resolve("results");
  }

  /** The content stores by their names. */
  public Map<String, Path> stores() {
    return Map.of("objects", objects(), "results", results());
  }

  /**
   * Folders of plain files that others keep in it, by their names.
   *
   * @throws IllegalArgumentException for a name that is taken or leads elsewhere
   */
  public Map<String, Path> plain(Set<String> names) {
    var plain = new TreeMap<String, Path>();
    for (var name : names) {
      var place = folder.resolve(name).normalize();
      if (!folder.equals(place.getParent()) || own().contains(place)) {
        throw new IllegalArgumentException("not a name for a plain folder: " + name);
      }
      plain.put(name, place);
    }
    return plain;
  }

  private List<Path> own() {
    return List.of(database(), objects(), results(), incoming(), logs(), restoring(), lockFile());
  }

  /** What is on its way in by upload or by the watched folder. */
  public Path incoming() {
    return folder.resolve("incoming");
  }

  public Path logs() {
    return folder.resolve("logs");
  }

  /** Is there while a restore is going on; one that was interrupted left half of the data. */
  Path restoring() {
    return folder.resolve("restoring");
  }

  /** Makes it and what is in it, where absent, and keeps others out. */
  public DataFolder made() throws IOException {
    var ownerOnly = PosixFilePermissions.fromString("rwx------");
    for (var each : List.of(folder, database(), objects(), results(), incoming(), logs())) {
      Files.createDirectories(each);
      Files.setPosixFilePermissions(each, ownerOnly);
    }
    return this;
  }

  /**
   * Makes it and takes it for this process.
   *
   * @throws FolderTakenException when another process works in it
   * @throws BackupTroubleException when half a restore lies in it
   */
  public FolderLock take() throws IOException {
    var lock = made().lock();
    if (isHalfRestored()) {
      lock.close();
      throw new BackupTroubleException(
          "A restore into "
              + folder
              + " was interrupted, and half of the data are there. Restore again.");
    }
    return lock;
  }

  /** Whether a process works in it now; nothing is made or changed. */
  public boolean isTaken() throws IOException {
    if (!Files.exists(lockFile())) {
      return false;
    }
    try {
      lock().close();
      return false;
    } catch (FolderTakenException taken) {
      return true;
    }
  }

  /** Whether a restore into it was interrupted. */
  public boolean isHalfRestored() {
    return Files.exists(restoring());
  }

  /** Takes it for a restore, which may follow one that was interrupted. */
  FolderLock lock() throws IOException {
    return FolderLock.take(lockFile());
  }

  private Path lockFile() {
    return folder.resolve("lock");
  }
}
