package org.hilum.imaging.reading.place;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * The results of a comparison in a folder that also holds the readings and may hold other people's
 * files: written aside, then put in place together.
 *
 * <p>A kill at any moment leaves either the earlier comparison or the new one: {@link #RECORD} is
 * moved last, and the next comparison brings the earlier results back where a kill fell in between.
 */
public final class ComparisonFolder {

  /** The file without which there is no comparison in the folder. */
  public static final String RECORD = "comparison.json";

  /** What a comparison writes, the record last. */
  private static final List<String> OURS = List.of("comparison.pdf", "overlay", "dicom", RECORD);

  private final Path place;
  private final Path unfinished;
  private final Path replaced;

  private ComparisonFolder(Path place) {
    this.place = place;
    unfinished = place.resolve(".comparison.unfinished");
    replaced = place.resolve(".comparison.replaced");
  }

  /** Opens the folder for writing; cleans up after a comparison that was killed. */
  public static ComparisonFolder open(Path place) throws IOException {
    var folder = new ComparisonFolder(place);
    Files.createDirectories(place);
    folder.recover();
    Files.createDirectory(folder.unfinished);
    return folder;
  }

  private void recover() throws IOException {
    FolderTree.delete(unfinished);
    if (Files.exists(replaced)) {
      if (!Files.exists(place.resolve(RECORD))) {
        move(replaced, place);
      }
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

  /** Puts what was written in place of an earlier comparison. */
  public void putInPlace() throws IOException {
    if (Files.exists(place.resolve(RECORD))) {
      Files.createDirectory(replaced);
      // The record goes first here, so that a folder with a record is always whole.
      for (var name : OURS.reversed()) {
        move(name, place, replaced);
      }
    }
    move(unfinished, place);
    FolderTree.delete(unfinished);
    FolderTree.delete(replaced);
  }

  /** Gives up: what was written is dropped, an earlier comparison stays. */
  public void abandon() throws IOException {
    FolderTree.delete(unfinished);
  }

  private static void move(Path from, Path to) throws IOException {
    for (var name : OURS) {
      move(name, from, to);
    }
  }

  /** Moves one result; one that lies in the way without a record is left over from a kill. */
  private static void move(String name, Path from, Path to) throws IOException {
    if (Files.exists(from.resolve(name))) {
      FolderTree.delete(to.resolve(name));
      Files.move(from.resolve(name), to.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }
  }
}
