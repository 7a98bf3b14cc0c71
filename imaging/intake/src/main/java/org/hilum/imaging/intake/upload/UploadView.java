package org.hilum.imaging.intake.upload;

import java.util.List;
import java.util.Map;

/**
 * An upload as it is at a moment.
 *
 * @param counts how many files of each state
 * @param files empty in a list of uploads
 * @param studies that it led to so far; empty in a list of uploads
 */
public record UploadView(
    Upload upload,
    Map<FileState, Integer> counts,
    List<UploadFile> files,
    List<UploadedStudy> studies) {

  public UploadView {
    counts = Map.copyOf(counts);
    files = List.copyOf(files);
    studies = List.copyOf(studies);
  }
}
