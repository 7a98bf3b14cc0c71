package org.hilum.imaging.reading.place;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;

/**
 * The folder of one study's results: written aside, then put in place as a whole.
 *
 * <p>A kill at any moment leaves either the earlier results or the new ones, never a mixture: the
 * next reading of the study cleans up, and brings the earlier results back where the kill fell
 * between the two renames. Files in the folder that Hilum did not write are carried over.
 */
public final class StudyFolder {

  /** What Hilum writes at the top of the folder; anything else there belongs to somebody else. */
  private static final Set<String> OURS =
      Set.of("reading.json", "report.pdf", "dicom", "masks", "overlay");

  private final Path place;
  private final Path unfinished;
  private final Path replaced;

  private StudyFolder(Path out, String studyName) {
    place = out.resolve(studyName);
    unfinished = out.resolve("." + studyName + ".unfinished");
    replaced = out.resolve("." + studyName + ".replaced");
  }

  /** Opens the folder for writing; cleans up after a reading that was killed. */
  public static StudyFolder open(Path out, String studyName) throws IOException {
    var folder = new StudyFolder(out, studyName);
    Files.createDirectories(out);
    folder.recover();
    Files.createDirectory(folder.unfinished);
    return folder;
  }

  private void recover() throws IOException {
    FolderTree.delete(unfinished);
    if (Files.exists(replaced) && !Files.exists(place)) {
      Files.move(replaced, place, StandardCopyOption.ATOMIC_MOVE);
    }
    if (Files.exists(replaced)) {
      carryOver(replaced, place);
      FolderTree.delete(replaced);
    }
  }

  /** Where to write. */
  public Path unfinished() {
    return unfinished;
  }

  /** Where the results stand once {@link #putInPlace} has returned. */
  public Path place() {
    return place;
  }

  /** Puts what was written in place of earlier results. */
  public void putInPlace() throws IOException {
    if (Files.exists(place)) {
      Files.move(place, replaced, StandardCopyOption.ATOMIC_MOVE);
    }
    Files.move(unfinished, place, StandardCopyOption.ATOMIC_MOVE);
    if (Files.exists(replaced)) {
      carryOver(replaced, place);
      FolderTree.delete(replaced);
    }
  }

  /** Gives up: what was written is dropped, earlier results stay. */
  public void abandon() throws IOException {
    FolderTree.delete(unfinished);
  }

  private static void carryOver(Path from, Path to) throws IOException {
    try (var entries = Files.list(from)) {
      for (var entry : entries.toList()) {
        var target = to.resolve(entry.getFileName().toString());
        if (!OURS.contains(entry.getFileName().toString()) && !Files.exists(target)) {
          Files.move(entry, target, StandardCopyOption.ATOMIC_MOVE);
        }
      }
    }
  }
}
