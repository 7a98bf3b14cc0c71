package org.hilum.platform.storage;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A plain folder on its way back: made beside its place, safe on disk, and then put there whole.
 *
 * @param place where it shall be
 */
record ReturningFolder(Path place) {

  private Path beside() {
    return place.resolveSibling(".restored-" + place.getFileName());
  }

  /** Removes what a restore that was interrupted left. */
  void removeBeside() throws IOException {
    remove(beside());
  }

  void makeBeside() throws IOException {
    Files.createDirectory(
        beside(),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
  }

  /** Writes a file, and proves that it is the one that was kept. */
  void write(String path, ContentHash hash, ContentStore from) throws IOException {
    var kept = from.file(hash);
    if (kept.isEmpty()) {
      throw trouble(hash, "is missing");
    }
    var file = inside(path);
    Files.createDirectories(parent(file));
    try (var channel =
            FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        var digested =
            new DigestOutputStream(Channels.newOutputStream(channel), ContentHash.digest())) {
      Files.copy(kept.get(), digested);
      channel.force(true);
      if (!ContentHash.of(digested.getMessageDigest()).equals(hash)) {
        throw trouble(hash, "was changed or is damaged");
      }
    }
  }

  private static BackupTroubleException trouble(ContentHash hash, String what) {
    return new BackupTroubleException(
        "The backup's file " + hash + " " + what + ". Use another backup.");
  }

  private Path inside(String path) throws BackupTroubleException {
    try {
      var file = beside().resolve(path).normalize();
      if (file.startsWith(beside()) && !file.equals(beside())) {
        return file;
      }
    } catch (InvalidPathException otherCharacters) {
      throw new BackupTroubleException(
          "This machine's language settings cannot name the file " + path + ". Set LANG=C.UTF-8.",
          otherCharacters);
    }
    throw new BackupTroubleException("The backup's file " + path + " would lie elsewhere.");
  }

  private static Path parent(Path file) {
    return Optional.ofNullable(file.getParent()).orElseThrow();
  }

  /** Takes its place, of which nothing else is left. */
  void putInPlace() throws IOException {
    Files.walkFileTree(
        beside(),
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failed)
              throws IOException {
            Shelf.force(folder);
            return super.postVisitDirectory(folder, failed);
          }
        });
    remove(place);
    Files.move(beside(), place, StandardCopyOption.ATOMIC_MOVE);
    Shelf.force(parent(place));
  }

  /** Links are removed, not what they point to. */
  private static void remove(Path folder) throws IOException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path emptied, @Nullable IOException failed)
              throws IOException {
            Files.delete(emptied);
            return super.postVisitDirectory(emptied, failed);
          }
        });
  }
}
