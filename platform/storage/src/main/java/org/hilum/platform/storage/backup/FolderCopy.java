package org.hilum.platform.storage.backup;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.hilum.platform.storage.ContentHash;
import org.hilum.platform.storage.LeftOut.Why;

/**
 * Copies the files of a plain folder as they were at one moment, while others work in it.
 *
 * <p>What looks the same before and after all was read, was there in between. Where something looks
 * different, it is read again after a pause, for about a second; what does not come to rest by then
 * is left out, and that is said.
 */
public final class FolderCopy {

  private static final int ROUNDS = 10;
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final Path folder;
  private final ContentCopy copy;
  private final BiConsumer<Long, Long> progress;
  private final Map<String, Taken> taken = new HashMap<>();
  private final Set<String> unreadable = new HashSet<>();

  private record Taken(FolderLook.Sight sight, ContentHash hash, long bytes) {}

  /** What was copied, and what was not and why. */
  public record Copied(FolderList list, long bytes, SortedMap<String, Why> leftOut) {

    private boolean isAtRest() {
      return !leftOut.containsValue(Why.CHANGING);
    }
  }

  /**
   * A copy that is not begun.
   *
   * @param progress told how many files of how many were read
   */
  public FolderCopy(Path folder, ContentCopy copy, BiConsumer<Long, Long> progress) {
    this.folder = folder;
    this.copy = copy;
    this.progress = progress;
  }

  /** Copies. */
  public Copied take() throws IOException {
    for (int round = 1; ; round++) {
      var before = FolderLook.at(folder);
      read(before);
      var copied = compared(before, FolderLook.at(folder));
      if (copied.isAtRest() || round == ROUNDS) {
        return copied;
      }
      pause();
    }
  }

  private void read(FolderLook look) throws IOException {
    long done = 0;
    for (var file : look.files().entrySet()) {
      var known = taken.get(file.getKey());
      if (known == null || !known.sight.equals(file.getValue())) {
        taken.remove(file.getKey());
        if (!look.isFresh(file.getValue())) {
          read(file.getKey(), file.getValue());
        }
      }
      progress.accept(++done, (long) look.files().size());
    }
  }

  private void read(String path, FolderLook.Sight sight) throws IOException {
    var file = folder.resolve(path);
    ContentHash hash;
    try {
      hash = hash(file);
      unreadable.remove(path);
    } catch (IOException failed) {
      unreadable.add(path);
      return;
    }
    copied(hash, file).ifPresent(bytes -> taken.put(path, new Taken(sight, hash, bytes)));
  }

  private static ContentHash hash(Path file) throws IOException {
    try (var bytes =
        new DigestInputStream(
            Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS), ContentHash.digest())) {
      bytes.transferTo(OutputStream.nullOutputStream());
      return ContentHash.of(bytes.getMessageDigest());
    }
  }

  /** The bytes copied; empty when it went or changed since it was hashed. */
  private Optional<Long> copied(ContentHash hash, Path file) throws IOException {
    try {
      return copy.copy(hash, file);
    } catch (NoSuchFileException gone) {
      if (file.toString().equals(gone.getFile())) {
        return Optional.empty();
      }
      throw gone;
    }
  }

  private Copied compared(FolderLook before, FolderLook after) {
    var files = new TreeMap<String, ContentHash>();
    var leftOut = new TreeMap<String, Why>(after.passedBy());
    long bytes = 0;
    var paths = new TreeSet<>(before.files().keySet());
    paths.addAll(after.files().keySet());
    for (var path : paths) {
      var sight = before.files().get(path);
      var file = taken.get(path);
      if (sight == null || !sight.equals(after.files().get(path))) {
        leftOut.put(path, Why.CHANGING);
      } else if (file != null && file.sight.equals(sight)) {
        files.put(path, file.hash);
        bytes += file.bytes;
      } else {
        leftOut.put(path, unreadable.contains(path) ? Why.UNREADABLE : Why.CHANGING);
      }
    }
    return new Copied(new FolderList(files), bytes, leftOut);
  }

  private static void pause() throws InterruptedIOException {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      var told = new InterruptedIOException("the backup was stopped");
      told.initCause(stopped);
      throw told;
    }
  }
}
