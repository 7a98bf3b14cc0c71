package org.hilum.imaging.intake.upload;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is written down about uploads; each change is safe on disk on return. */
public interface UploadLedger {

  /** Writes down a new upload with its files. */
  void declare(Upload upload, List<UploadFile> files);

  /** An upload, of any institution. */
  Optional<Upload> upload(String id);

  /** Its files and entries of archives, in the order of their numbers. */
  List<UploadFile> files(String id);

  /** One of them. */
  Optional<UploadFile> file(String id, int number);

  /** Writes down the entries of an archive, and gives them numbers. */
  void addEntries(String id, int archive, List<UploadFile> entries);

  /** Writes down what became of a file; one that was taken stays so. */
  void settle(String id, int number, FileOutcome outcome);

  /** Moves an upload that has not ended on; false when it had. */
  boolean move(String id, UploadState state, List<UploadReason> reasons, Instant at);

  /** Something came. */
  void touch(String id, Instant at);

  /** Those of an institution, newest first. */
  List<Upload> recent(String institution, int most);

  /** All that have not ended. */
  List<Upload> open();

  /** How many files of each state some uploads have. */
  Map<String, Map<FileState, Integer>> counts(List<String> ids);

  /** The studies that an upload led to. */
  List<UploadedStudy> studies(String id);

  /** Forgets uploads that ended before a moment. */
  void forgetEndedBefore(Instant moment);
}
