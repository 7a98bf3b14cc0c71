package org.hilum.platform.storage;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How files leave a store: at once; while a backup holds them, in this process or another, they are
 * put aside, where the backup still finds them.
 */
final class Removals {

  private static final int BETWEEN_TRIES_MS = 20;

  private final Path folder;
  private final Path lock;

  Removals(Path store) throws IOException {
    this.folder = store.resolve("removed");
    this.lock = store.resolve("removals.lock");
    Files.createDirectories(folder);
  }

  synchronized void remove(Path file) throws IOException {
    var held = tryHold();
    if (held.isEmpty()) {
      Files.move(file, folder.resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
      return;
    }
    var holding = held.get();
    try (holding) {
      Files.deleteIfExists(file);
    }
  }

  /** Removes what was put aside, unless a backup still holds it. */
  synchronized void finish() throws IOException {
    var held = tryHold();
    if (held.isPresent()) {
      var holding = held.get();
      try (holding;
          var files = Files.newDirectoryStream(folder)) {
        for (var file : files) {
          Files.delete(file);
        }
      }
    }
  }

  Path aside(ContentHash hash) {
    return folder.resolve(hash.hex());
  }

  Stream<ContentHash> hashes() throws IOException {
    return Files.list(folder)
        .map(file -> file.getFileName().toString())
        .filter(ContentHash::isHash)
        .map(ContentHash::new);
  }

  /** Lets nothing be removed until it is closed; waits for a removal that is going on. */
  Closeable hold() throws IOException {
    while (true) {
      var held = tryHold();
      if (held.isPresent()) {
        return held.get();
      }
      try {
        Thread.sleep(BETWEEN_TRIES_MS);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted while waiting for removals", interrupted);
      }
    }
  }

  private Optional<Closeable> tryHold() throws IOException {
    var channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    var held = tryLock(channel);
    if (held.isEmpty()) {
      channel.close();
    }
    return held.map(
        lockHeld ->
            () -> {
              lockHeld.release();
              channel.close();
            });
  }

  private static Optional<FileLock> tryLock(FileChannel channel) throws IOException {
    try {
      return Optional.ofNullable(channel.tryLock());
    } catch (OverlappingFileLockException heldHere) {
      return Optional.empty();
    }
  }
}
