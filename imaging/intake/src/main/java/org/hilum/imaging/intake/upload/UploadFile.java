package org.hilum.imaging.intake.upload;

import java.util.OptionalInt;

/**
 * A file of an upload, or an entry of an archive of it.
 *
 * @param number tells it from the others of the upload
 * @param archive number of the archive it lies in; empty for a file of its own
 * @param path in the folder or archive; for people, never used to find anything
 * @param bytes announced length
 * @param received how many bytes are here
 * @param sha256 announced, 64 hexadecimal digits; empty when it was not
 */
public record UploadFile(
    int number,
    OptionalInt archive,
    String path,
    long bytes,
    long received,
    String sha256,
    FileOutcome outcome) {

  /** How far it is. */
  public FileState state() {
    boolean isComing = outcome.state() == FileState.WAITING && received > 0;
    return isComing ? FileState.RECEIVING : outcome.state();
  }

  UploadFile received(long soFar) {
    return new UploadFile(number, archive, path, bytes, soFar, sha256, outcome);
  }

  UploadFile with(FileOutcome settled) {
    return new UploadFile(number, archive, path, bytes, bytes, sha256, settled);
  }

  /** The same as an entry of an archive. */
  public UploadFile in(int numberOfArchive, int newNumber) {
    return new UploadFile(
        newNumber, OptionalInt.of(numberOfArchive), path, bytes, received, sha256, outcome);
  }
}
