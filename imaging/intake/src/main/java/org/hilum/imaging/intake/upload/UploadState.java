package org.hilum.imaging.intake.upload;

/** How far an upload is. */
public enum UploadState {
  /** It takes files. */
  OPEN,
  /** The sender is done; an archive is still being unpacked. */
  FINISHING,
  /** Everything that came was judged. */
  FINISHED,
  /** A person deleted it. */
  CANCELLED,
  /** Nothing came for too long. */
  EXPIRED;

  /** Whether nothing of it changes any more. */
  public boolean isEnded() {
    return this != OPEN && this != FINISHING;
  }
}
