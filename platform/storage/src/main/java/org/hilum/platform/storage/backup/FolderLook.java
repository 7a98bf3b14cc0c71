package org.hilum.platform.storage.backup;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hilum.platform.storage.LeftOut;
import org.jspecify.annotations.Nullable;

/**
 * Which files lie in a plain folder, and how they look: enough to tell later whether one changed.
 *
 * <p>Names that begin with a dot and the folder {@code incoming} are of what is not whole yet, and
 * are passed by.
 *
 * @param at when the look began
 * @param files by their paths in the folder
 * @param passedBy what is there and cannot be taken
 */
public record FolderLook(
    Instant at, SortedMap<String, Sight> files, SortedMap<String, LeftOut.Why> passedBy) {

  private static final String UNFINISHED = "incoming";

  /** The clock of a file system may be that coarse. */
  private static final Duration TICK = Duration.ofMillis(50);

  /**
   * How a file looks from outside.
   *
   * @param key which file it is, whatever its name
   */
  record Sight(long bytes, FileTime changed, @Nullable Object key) {

    static Sight of(BasicFileAttributes file) {
      return new Sight(file.size(), file.lastModifiedTime(), file.fileKey());
    }
  }

  /** Whether nothing is there. */
  public boolean isEmpty() {
    return files.isEmpty() && passedBy.isEmpty();
  }

  /** Whether a file was changed so shortly before that one more change might not be seen. */
  boolean isFresh(Sight file) {
    return Duration.between(file.changed.toInstant(), at).abs().compareTo(TICK) < 0;
  }

  /** Looks at all of a folder; one that is not there holds nothing. */
  public static FolderLook at(Path folder) throws IOException {
    var look = new FolderLook(Instant.now(), new TreeMap<>(), new TreeMap<>());
    Files.walkFileTree(folder, look.new Visit(folder));
    return look;
  }

  private final class Visit extends SimpleFileVisitor<Path> {

    private final Path folder;

    Visit(Path folder) {
      this.folder = folder;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path place, BasicFileAttributes attributes) {
      boolean isUnfinished = place.equals(folder.resolve(UNFINISHED)) || isHidden(place);
      return isUnfinished ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    private boolean isHidden(Path place) {
      return !place.equals(folder) && String.valueOf(place.getFileName()).startsWith(".");
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (isHidden(file)) {
        return FileVisitResult.CONTINUE;
      }
      var path = folder.relativize(file).toString();
      if (attributes.isSymbolicLink()) {
        passBy(path, LeftOut.Why.LINK);
      } else if (!attributes.isRegularFile() || !isNamed(file, path)) {
        passBy(path, LeftOut.Why.ODD);
      } else {
        files.put(path, Sight.of(attributes));
      }
      return FileVisitResult.CONTINUE;
    }

    /** Whether a path is found again by its text. */
    private boolean isNamed(Path file, String path) {
      try {
        return FolderList.isPath(path) && folder.resolve(path).equals(file);
      } catch (InvalidPathException otherCharacters) {
        return false;
      }
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failed) throws IOException {
      if (!(failed instanceof NoSuchFileException)) {
        if (file.equals(folder)) {
          throw failed;
        }
        passBy(folder.relativize(file).toString(), LeftOut.Why.UNREADABLE);
      }
      return FileVisitResult.CONTINUE;
    }

    private void passBy(String path, LeftOut.Why why) {
      passedBy.put(path.replaceAll("\\p{Cntrl}", "?"), why);
    }

    @Override
    public FileVisitResult postVisitDirectory(Path place, @Nullable IOException failed)
        throws IOException {
      return failed == null ? FileVisitResult.CONTINUE : visitFileFailed(place, failed);
    }
  }
}
