package org.hilum.imaging.intake.folder;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One look at a watched folder: the files in it at any depth.
 *
 * <p>Links are not followed, shelves and hidden files not looked at, nor what a copying program
 * names as half written. A sub-folder that has been empty for long is removed.
 */
public final class FolderLook extends SimpleFileVisitor<Path> {

  /** More are left for the next look. */
  private static final int MOST_FILES = 100_000;

  private static final Duration EMPTY_FOR = Duration.ofMinutes(10);

  private final Path folder;
  private final Instant now;
  private final SortedMap<Path, Sighting> files = new TreeMap<>();

  private FolderLook(Path folder, Instant now) {
    this.folder = folder;
    this.now = now;
  }

  /** Looks; fails when the folder is not there. */
  public static SortedMap<Path, Sighting> at(Path folder, Instant now) throws IOException {
    var look = new FolderLook(folder, now);
    Files.walkFileTree(folder, look);
    return look.files;
  }

  @Override
  public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
    boolean isTop = folder.equals(directory.getParent());
    var name = String.valueOf(directory.getFileName());
    return !directory.equals(folder) && (isHidden(name) || isTop && Shelf.isShelf(name))
        ? FileVisitResult.SKIP_SUBTREE
        : FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    var name = String.valueOf(file.getFileName());
    if (attributes.isRegularFile() && !isHidden(name) && !isHalfWritten(name)) {
      files.put(file, Sighting.of(attributes));
    }
    return files.size() < MOST_FILES ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
  }

  private static boolean isHidden(String name) {
    return name.startsWith(".");
  }

  private static boolean isHalfWritten(String name) {
    var lower = name.toLowerCase(Locale.ROOT);
    return lower.startsWith("~")
        || lower.endsWith(".part")
        || lower.endsWith(".partial")
        || lower.endsWith(".filepart")
        || lower.endsWith(".crdownload")
        || lower.endsWith(".tmp");
  }

  /** What cannot be looked at may be so only for a while. */
  @Override
  public FileVisitResult visitFileFailed(Path file, IOException failed) throws IOException {
    if (file.equals(folder)) {
      throw failed;
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failed)
      throws IOException {
    if (failed == null && !directory.equals(folder) && isLongEmpty(directory)) {
      Files.deleteIfExists(directory);
    }
    return FileVisitResult.CONTINUE;
  }

  private boolean isLongEmpty(Path directory) throws IOException {
    var modified = Files.getLastModifiedTime(directory).toInstant();
    if (!modified.plus(EMPTY_FOR).isBefore(now)) {
      return false;
    }
    try (var entries = Files.newDirectoryStream(directory)) {
      return !entries.iterator().hasNext();
    }
  }
}
