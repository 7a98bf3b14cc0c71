package org.hilum.imaging.intake;

import java.io.IOException;
import org.hilum.imaging.vocabulary.Reason;
import org.hilum.platform.storage.StorageFullException;

/** Why an object could not be made safe, by no fault of its own: it is to be sent again later. */
public final class NotKeptException extends IOException {

  private static final long serialVersionUID = 1L;

  NotKeptException(Throwable cause) {
    super("not kept: " + cause.getMessage(), cause);
  }

  /** Why an object was not kept, in words for its sender. */
  public static Reason reason(IOException failed) {
    return failed instanceof StorageFullException
        ? Reason.of(
            IntakeReason.STORAGE_FULL, "the disk of the server is full: send it again later")
        : Reason.of(IntakeReason.NOT_KEPT, "could not be made safe: send it again later");
  }
}
