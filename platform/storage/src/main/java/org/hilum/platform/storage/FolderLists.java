package org.hilum.platform.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hilum.platform.storage.backup.FolderList;
import org.hilum.platform.storage.backup.Manifest;

/**
 * Which plain folders a backup holds, and which files in each.
 *
 * @param byName the files by the folder's name
 */
record FolderLists(Map<String, FolderList> byName) {

  static Path file(Path backup, String folder) {
    return backup.resolve(folder + ".folder");
  }

  /** Reads the lists and refuses any that was changed, or that would write elsewhere. */
  static FolderLists read(Manifest manifest, Path chosen) throws IOException {
    var byName = new TreeMap<String, FolderList>();
    for (var folder : manifest.folders()) {
      byName.put(folder.name(), read(folder, file(chosen, folder.name())));
    }
    return new FolderLists(byName);
  }

  private static FolderList read(Manifest.Folder folder, Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw trouble(folder, "is missing", null);
    }
    var text = Files.readString(file);
    if (!Manifest.hash(text).equals(folder.hash())) {
      throw trouble(folder, "was changed", null);
    }
    try {
      return FolderList.of(text);
    } catch (IllegalArgumentException odd) {
      throw trouble(folder, "names what no folder can hold", odd);
    }
  }

  private static BackupTroubleException trouble(
      Manifest.Folder folder,
      String what,
      @org.jspecify.annotations.Nullable IllegalArgumentException cause) {
    var words = "The backup's list of " + folder.name() + " " + what + ". Use another backup.";
    return cause == null
        ? new BackupTroubleException(words)
        : new BackupTroubleException(words, cause);
  }

  /** Refuses folders that have no place here. */
  void checkKnown(Map<String, Path> places) throws BackupTroubleException {
    for (var name : byName.keySet()) {
      if (!places.containsKey(name)) {
        throw new BackupTroubleException(
            "The backup has a folder that this Hilum does not know: "
                + name
                + ". Restore it with a newer Hilum.");
      }
    }
  }

  /** Writes all files beside their places; gives how many. */
  long copy(ContentStore from, Map<String, Path> places, BackupProgress progress)
      throws IOException {
    long copied = 0;
    for (var place : places.entrySet()) {
      var folder = new ReturningFolder(place.getValue());
      folder.removeBeside();
      var list = byName.get(place.getKey());
      if (list != null) {
        folder.makeBeside();
        long done = 0;
        for (var file : list.files().entrySet()) {
          folder.write(file.getKey(), file.getValue(), from);
          progress.done(place.getKey(), ++done, list.files().size());
        }
        copied += done;
      }
    }
    return copied;
  }

  /** Puts all in their places, of which nothing else is left. */
  void putInPlace(Map<String, Path> places) throws IOException {
    for (var place : places.entrySet()) {
      if (byName.containsKey(place.getKey())) {
        new ReturningFolder(place.getValue()).putInPlace();
      }
    }
  }

  /** The folders that the backup knows nothing of, since it is older than they are. */
  List<String> absent(Map<String, Path> places) {
    return places.keySet().stream().filter(name -> !byName.containsKey(name)).sorted().toList();
  }
}
