package org.hilum.imaging.intake.upload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.hilum.imaging.intake.IntakeReason;
import org.hilum.platform.storage.StorageFullException;

/**
 * Whether there is room on the disk.
 *
 * @param keepFreeBytes what must stay free
 */
public record Disk(Path folder, long keepFreeBytes) {

  private static final int DEEPEST_CAUSE = 16;

  /** Refuses when so many bytes more would take what must stay free. */
  public void requireRoom(long bytes) throws IOException, UploadRefusal {
    if (Files.getFileStore(folder).getUsableSpace() - keepFreeBytes < bytes) {
      throw full();
    }
  }

  /**
   * Whether something failed because a disk or quota is full: the store says so, the system tells
   * by words only.
   */
  public static boolean isFull(Throwable failed) {
    return Stream.iterate(failed, each -> each != null, Throwable::getCause)
        .limit(DEEPEST_CAUSE)
        .anyMatch(each -> each instanceof StorageFullException || saysFull(each));
  }

  private static boolean saysFull(Throwable failed) {
    var words = String.valueOf(failed.getMessage()).toLowerCase(Locale.ROOT);
    return words.contains("no space left") || words.contains("quota exceeded");
  }

  /** The refusal. */
  public static UploadRefusal full() {
    return UploadRefusal.of(
        IntakeReason.STORAGE_FULL,
        "the disk of the server is full: ask its administrator to make room, then go on");
  }
}
