package org.hilum.platform.storage;

import java.io.IOException;
import java.nio.file.Path;

/** Why nothing more can be kept, in words that say what to do about it. */
public final class StorageFullException extends IOException {

  private static final long serialVersionUID = 1L;

  private StorageFullException(String words) {
    super(words);
  }

  static StorageFullException limit(Path folder, long bytes, long mostBytes) {
    return new StorageFullException(
        "The store %s is full: it keeps %d MB and may keep %d MB. %s"
            .formatted(
                folder.toAbsolutePath(),
                bytes >> 20,
                mostBytes >> 20,
                "Delete old studies, or raise its limit."));
  }

  static StorageFullException disk(Path folder, long freeBytes, long leastFreeBytes) {
    return new StorageFullException(
        "The disk of %s is full: %d MB are free, %d MB are kept for the database. %s"
            .formatted(
                folder.toAbsolutePath(),
                freeBytes >> 20,
                leastFreeBytes >> 20,
                "Delete old studies or other files, or add a larger disk."));
  }

  static StorageFullException backup(Path folder, long freeBytes) {
    return new StorageFullException(
        "The disk of the backup folder %s is full: %d MB are free. There is no new backup. %s"
            .formatted(
                folder.toAbsolutePath(),
                freeBytes >> 20,
                "Delete old ones with their files, or name a folder on another disk."));
  }
}
