package org.hilum.platform.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One of the 256 folders of a store: its files, how many they are, and which of them may not be
 * removed now. Each change of a shelf waits for the one before it.
 */
final class Shelf {

  private final Path folder;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<ContentHash, Integer> pins = new HashMap<>();
  private volatile long files;
  private volatile long bytes;
  private volatile boolean isCounted;

  Shelf(Path folder) {
    this.folder = folder;
  }

  Path place(ContentHash hash) {
    return folder.resolve(hash.hex());
  }

  /** Takes a whole file, and pins its content until it is unpinned. */
  void keep(Path file, ContentHash hash, long length) throws IOException {
    lock.lock();
    try {
      var place = place(hash);
      // A file of another length was damaged after it was kept: the one that comes now is whole.
      if (Files.isRegularFile(place) && Files.size(place) == length) {
        Files.setLastModifiedTime(place, FileTime.from(Instant.now()));
        Files.delete(file);
        force(folder);
      } else {
        move(file, hash, length);
      }
      pins.merge(hash, 1, Integer::sum);
    } finally {
      lock.unlock();
    }
  }

  private void move(Path file, ContentHash hash, long length) throws IOException {
    var place = place(hash);
    long before = Files.exists(place) ? Files.size(place) : -1;
    Files.move(file, place, StandardCopyOption.ATOMIC_MOVE);
    force(folder);
    count(before < 0 ? 1 : 0, length - Math.max(0, before));
  }

  void unpin(ContentHash hash) {
    lock.lock();
    try {
      pins.computeIfPresent(hash, (same, many) -> many == 1 ? null : many - 1);
    } finally {
      lock.unlock();
    }
  }

  /** Takes a file off the shelf, unless it is pinned or wanted. */
  boolean remove(ContentHash hash, ContentStore.Wanted wanted, Removals removals)
      throws IOException {
    lock.lock();
    try {
      var place = place(hash);
      if (pins.containsKey(hash) || !Files.isRegularFile(place) || wanted.isWanted(hash)) {
        return false;
      }
      long length = Files.size(place);
      removals.remove(place);
      count(-1, -length);
      return true;
    } finally {
      lock.unlock();
    }
  }

  private void count(int more, long moreBytes) {
    if (isCounted) {
      files = files + more;
      bytes = bytes + moreBytes;
    }
  }

  /** Counts what lies here; until then what comes and goes is not counted, and then it is. */
  void countAll() throws IOException {
    lock.lock();
    try (var all = Files.list(folder)) {
      long foundFiles = 0;
      long foundBytes = 0;
      for (var file : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
        foundFiles++;
        foundBytes += Files.size(file);
      }
      files = foundFiles;
      bytes = foundBytes;
      isCounted = true;
    } finally {
      lock.unlock();
    }
  }

  long files() {
    return files;
  }

  long bytes() {
    return bytes;
  }

  boolean isCounted() {
    return isCounted;
  }

  static void force(Path folder) throws IOException {
    try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
