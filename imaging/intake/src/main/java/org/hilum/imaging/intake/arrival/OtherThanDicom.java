package org.hilum.imaging.intake.arrival;

import java.util.Optional;
import org.hilum.imaging.intake.IntakeReason;
import org.hilum.imaging.vocabulary.Reason;

/** Why a file is not even tried, told from its first bytes: it is something else than DICOM. */
final class OtherThanDicom {

  private OtherThanDicom() {}

  /** Empty when it may be DICOM. */
  static Optional<Reason> of(byte[] head, String name) {
    var signature = Signature.of(head);
    if (signature == Signature.DICOM) {
      return Optional.empty();
    }
    if (signature == Signature.ARCHIVE) {
      return because(
          IntakeReason.ARCHIVE_INSIDE, "an archive inside is not opened: unpack it first", name);
    }
    return signature == Signature.NIFTI || Signature.isNiftiName(name)
        ? because(
            IntakeReason.NIFTI_INSIDE, "a NIfTI file is read only when it is named itself", name)
        : because(IntakeReason.NOT_DICOM, "is not DICOM", name);
  }

  private static Optional<Reason> because(IntakeReason code, String message, String name) {
    return Optional.of(new Reason(code, message, name));
  }
}
