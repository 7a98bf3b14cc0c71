package org.hilum.imaging.intake;

import java.nio.file.Path;
import java.time.Duration;

/**
 * A folder that others put files into.
 *
 * @param name for people to trace, without names of patients
 * @param folder where it is; may come and go, as network shares do
 * @param institution code of the institution whose patients these are
 * @param afterwards what happens to a file that was taken
 * @param stableFor how long a file must not have changed before it is taken
 * @param pollEvery how long between two looks; network shares tell nothing by themselves
 */
public record FolderSettings(
    String name,
    Path folder,
    String institution,
    Afterwards afterwards,
    Duration stableFor,
    Duration pollEvery) {

  /** What happens to a file that was taken. */
  public enum Afterwards {
    /** It is moved into the folder {@code done} inside. */
    MOVE,
    /** It is deleted. */
    DELETE
  }

  /** Files are moved, five seconds after they last changed. */
  public static FolderSettings usual(String name, Path folder, String institution) {
    return new FolderSettings(
        name, folder, institution, Afterwards.MOVE, Duration.ofSeconds(5), Duration.ofSeconds(2));
  }
}
