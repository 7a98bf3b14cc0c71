package org.hilum.platform.storage;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/** Whether there is room for more. */
final class StoreSpace {

  /** Below this many bytes a write that failed is taken to have failed for want of space. */
  private static final long NEXT_TO_NOTHING = 1L << 20;

  private final Path folder;
  private final FileStore disk;
  private final StorageLimits limits;
  private final AtomicLong coming = new AtomicLong();

  StoreSpace(Path folder, StorageLimits limits) throws IOException {
    this.folder = folder;
    this.limits = limits;
    this.disk = Files.getFileStore(folder);
  }

  /** Refuses before the disk is really full. */
  void check(long keptBytes) throws IOException {
    long bytes = keptBytes + coming.get();
    if (bytes >= limits.mostBytes()) {
      throw StorageFullException.limit(folder, bytes, limits.mostBytes());
    }
    if (freeBytes() <= limits.leastFreeBytes()) {
      throw StorageFullException.disk(folder, freeBytes(), limits.leastFreeBytes());
    }
  }

  long freeBytes() throws IOException {
    return disk.getUsableSpace();
  }

  void come(long bytes) {
    coming.addAndGet(bytes);
  }

  void gone(long bytes) {
    coming.addAndGet(-bytes);
  }

  /** Says what a failed write really means; the system's own words depend on its language. */
  IOException explained(IOException failed) throws IOException {
    if (failed instanceof StorageFullException || !meansFull(failed)) {
      return failed;
    }
    var full = StorageFullException.disk(folder, freeBytes(), limits.leastFreeBytes());
    full.initCause(failed);
    return full;
  }

  /** Whether a write failed for want of space. */
  boolean meansFull(IOException failed) throws IOException {
    var words = String.valueOf(failed.getMessage()).toLowerCase(Locale.ROOT);
    return failed instanceof StorageFullException
        || words.contains("no space left")
        || words.contains("quota exceeded")
        || freeBytes() < NEXT_TO_NOTHING;
  }
}
