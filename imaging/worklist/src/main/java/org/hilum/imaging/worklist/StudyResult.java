package org.hilum.imaging.worklist;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * What a reading, a comparison or a radiologist wrote, kept as it was.
 *
 * @param version of the reading, from 1
 * @param isCurrent whether no later one took its place
 * @param objects Series Instance UIDs of its objects in the archive
 */
public record StudyResult(
    long id,
    CaseKey key,
    Kind kind,
    int version,
    boolean isCurrent,
    Instant madeAt,
    List<String> objects,
    List<ResultFile> files) {

  public StudyResult {
    objects = List.copyOf(objects);
    files = List.copyOf(files);
  }

  /** The kinds of result. */
  public enum Kind {
    READING,
    COMPARISON,
    /** What a radiologist signed. */
    REPORT
  }

  /**
   * A file of a result.
   *
   * @param path as the result's folder has it: {@code overlay/axial-1.png}
   * @param file where it lies
   */
  public record ResultFile(String path, String mediaType, long bytes, Path file) {}
}
