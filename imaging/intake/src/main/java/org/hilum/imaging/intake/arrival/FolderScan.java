package org.hilum.imaging.intake.arrival;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hilum.imaging.intake.IntakeReason;
import org.hilum.imaging.vocabulary.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Finds the files of a folder at any depth.
 *
 * <p>Links are followed, once: a file reached twice is taken once, and a link back to a folder
 * above ends there. Pipes and devices are never opened.
 */
public final class FolderScan extends SimpleFileVisitor<Path> {

  private final Path folder;
  private final List<FileArrival> files = new ArrayList<>();
  private final List<Reason> leftAlone = new ArrayList<>();
  private final Set<Object> seen = new HashSet<>();

  private FolderScan(Path folder) {
    this.folder = folder;
  }

  /** The files of a folder, or the one file named. */
  public static Arrivals of(Path folder) throws IOException {
    var scan = new FolderScan(folder);
    Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, scan);
    scan.files.sort(Comparator.comparing(FileArrival::name));
    scan.leftAlone.sort(Comparator.comparing(Reason::where));
    return Arrivals.of(scan.files, scan.leftAlone);
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    var key = attributes.fileKey();
    if (attributes.isRegularFile() && (key == null || seen.add(key))) {
      files.add(new FileArrival(file, name(file)));
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException failed) {
    leftAlone.add(
        failed instanceof FileSystemLoopException
            ? new Reason(
                IntakeReason.LINK_LOOP, "a link leads back to a folder above it", name(file))
            : new Reason(
                IntakeReason.UNREADABLE,
                "cannot be opened: check its permissions and copy it again",
                name(file)));
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failed) {
    if (failed != null) {
      leftAlone.add(
          new Reason(
              IntakeReason.UNREADABLE,
              "the folder could not be listed to its end",
              name(directory)));
    }
    return FileVisitResult.CONTINUE;
  }

  private String name(Path file) {
    return file.equals(folder)
        ? String.valueOf(file.getFileName())
        : folder.relativize(file).toString();
  }
}
