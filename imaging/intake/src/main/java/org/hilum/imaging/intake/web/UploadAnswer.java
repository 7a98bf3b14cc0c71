package org.hilum.imaging.intake.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.hilum.imaging.intake.upload.FileState;
import org.hilum.imaging.intake.upload.UploadFile;
import org.hilum.imaging.intake.upload.UploadReason;
import org.hilum.imaging.intake.upload.UploadState;
import org.hilum.imaging.intake.upload.UploadView;
import org.hilum.imaging.intake.upload.UploadedStudy;
import org.jspecify.annotations.Nullable;

/**
 * An upload as it is told to a browser.
 *
 * @param counts how many files of each state; a list of uploads counts what is coming as waiting
 * @param files absent in a list of uploads
 * @param studies absent in a list of uploads
 * @param reasons why it ended, unless it was finished
 */
public record UploadAnswer(
    String id,
    String name,
    String account,
    UploadState state,
    Instant declaredAt,
    @Nullable Instant endedAt,
    Map<FileState, Integer> counts,
    @Nullable List<FileAnswer> files,
    @Nullable List<UploadedStudy> studies,
    List<UploadReason> reasons) {

  /**
   * A file.
   *
   * @param id in the address of its bytes
   * @param archiveId of the archive it lies in; absent for a file of its own
   * @param offset how many bytes are here
   */
  public record FileAnswer(
      String id,
      @Nullable String archiveId,
      String path,
      long bytes,
      long offset,
      FileState state,
      @Nullable String studyInstanceUid,
      @Nullable String seriesInstanceUid,
      @Nullable String sopInstanceUid,
      List<UploadReason> reasons) {

    static FileAnswer of(UploadFile file) {
      var outcome = file.outcome();
      return new FileAnswer(
          Integer.toString(file.number()),
          file.archive().isPresent() ? Integer.toString(file.archive().getAsInt()) : null,
          file.path(),
          file.bytes(),
          file.received(),
          file.state(),
          orNull(outcome.studyInstanceUid()),
          orNull(outcome.seriesInstanceUid()),
          orNull(outcome.sopInstanceUid()),
          outcome.reasons());
    }

    private static @Nullable String orNull(String text) {
      return text.isEmpty() ? null : text;
    }
  }

  /** With everything. */
  static UploadAnswer whole(UploadView view) {
    return of(view, view.files().stream().map(FileAnswer::of).toList(), view.studies());
  }

  /** As a line of a list. */
  static UploadAnswer line(UploadView view) {
    return of(view, null, null);
  }

  private static UploadAnswer of(
      UploadView view, @Nullable List<FileAnswer> files, @Nullable List<UploadedStudy> studies) {
    var upload = view.upload();
    return new UploadAnswer(
        upload.id(),
        upload.name(),
        upload.account(),
        upload.state(),
        upload.declaredAt(),
        upload.endedAt().orElse(null),
        view.counts(),
        files,
        studies,
        upload.reasons());
  }
}
