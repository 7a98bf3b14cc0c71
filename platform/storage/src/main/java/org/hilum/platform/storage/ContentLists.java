package org.hilum.platform.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hilum.platform.storage.backup.ContentCopy;
import org.hilum.platform.storage.backup.Manifest;

/**
 * Which files a backup holds for each store.
 *
 * @param byStore their hashes by the store's name
 */
record ContentLists(Map<String, List<ContentHash>> byStore) {

  static ContentLists read(Manifest manifest, Path chosen) throws IOException {
    var byStore = new TreeMap<String, List<ContentHash>>();
    for (var content : manifest.contents()) {
      var text = Files.readString(chosen.resolve(content.store() + ".files"));
      if (!Manifest.hash(text).equals(content.hash())) {
        throw new BackupTroubleException(
            "The backup's list of " + content.store() + " was changed. Use another backup.");
      }
      byStore.put(content.store(), text.lines().map(ContentHash::new).toList());
    }
    return new ContentLists(byStore);
  }

  /** Copies all files; gives how many were not there before. */
  long copy(ContentStore from, DataFolder data, BackupProgress progress) throws IOException {
    long copied = 0;
    for (var each : byStore.entrySet()) {
      var copy = new ContentCopy(ContentStore.open(store(data, each.getKey())));
      long done = 0;
      for (var hash : each.getValue()) {
        copy(hash, from, copy);
        progress.done(each.getKey(), ++done, each.getValue().size());
      }
      copied += copy.copied();
    }
    return copied;
  }

  private static Path store(DataFolder data, String name) throws BackupTroubleException {
    var folder = data.stores().get(name);
    if (folder == null) {
      throw new BackupTroubleException(
          "The backup has a store that this Hilum does not know: "
              + name
              + ". Restore it with a newer Hilum.");
    }
    return folder;
  }

  private static void copy(ContentHash hash, ContentStore from, ContentCopy into)
      throws IOException {
    var file = from.file(hash);
    if (file.isEmpty() || into.copy(hash, file.get()).isEmpty()) {
      throw new BackupTroubleException(
          "The backup's file "
              + hash
              + (file.isEmpty() ? " is missing" : " was changed or is damaged")
              + ". Use another backup.");
    }
  }

  /** Removes what is in the stores and not in the backup. */
  void removeOthers(DataFolder data) throws IOException {
    for (var each : data.stores().entrySet()) {
      var ours = new HashSet<>(byStore.getOrDefault(each.getKey(), List.of()));
      var store = ContentStore.open(each.getValue());
      try (var hashes = store.hashes()) {
        for (var hash : hashes.filter(hash -> !ours.contains(hash)).toList()) {
          store.remove(hash);
        }
      }
    }
  }
}
