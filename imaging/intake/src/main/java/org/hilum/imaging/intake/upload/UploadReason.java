package org.hilum.imaging.intake.upload;

import org.hilum.imaging.intake.IntakeReason;
import org.hilum.imaging.vocabulary.Reason;

/**
 * Why a file or an upload is as it is.
 *
 * @param code stable code
 * @param message one sentence a technologist can act on
 */
public record UploadReason(String code, String message) {

  /** A person deleted the upload. */
  public static final UploadReason CANCELLED =
      of(IntakeReason.UPLOAD_CANCELLED, "it was deleted; what had been taken is kept");

  /** Nothing came for too long. */
  public static final UploadReason EXPIRED =
      of(
          IntakeReason.UPLOAD_EXPIRED,
          "nothing came for too long, so what was not whole was removed; what had been taken is"
              + " kept");

  static UploadReason of(IntakeReason code, String message) {
    return new UploadReason(code.code(), message);
  }

  static UploadReason of(Reason reason) {
    return new UploadReason(reason.code().code(), reason.message());
  }
}
