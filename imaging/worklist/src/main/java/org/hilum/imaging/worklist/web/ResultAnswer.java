package org.hilum.imaging.worklist.web;

import java.time.Instant;
import java.util.List;
import org.hilum.imaging.worklist.StudyResult;
import org.hilum.imaging.worklist.StudyResult.Kind;

/**
 * A result as it is told over HTTP.
 *
 * @param series Series Instance UIDs of its objects in the archive
 */
public record ResultAnswer(
    String id,
    Kind kind,
    int version,
    boolean isCurrent,
    Instant madeAt,
    List<String> series,
    List<FileAnswer> files) {

  /** A file of it, to be fetched at {@code …/results/{id}/files/{path}}. */
  public record FileAnswer(String path, String mediaType, long bytes) {}

  static ResultAnswer of(StudyResult result) {
    return new ResultAnswer(
        Long.toString(result.id()),
        result.kind(),
        result.version(),
        result.isCurrent(),
        result.madeAt(),
        result.objects(),
        result.files().stream()
            .map(file -> new FileAnswer(file.path(), file.mediaType(), file.bytes()))
            .toList());
  }
}
