package org.hilum.imaging.volume.nifti;

import org.hilum.imaging.vocabulary.Reason;
import org.hilum.imaging.volume.VolumeReason;

/** Reading a NIfTI file ends here because it cannot be trusted; caught once, at the door. */
public final class NiftiRefusal extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Reason reason;

  NiftiRefusal(VolumeReason code, String message) {
    super(message);
    this.reason = Reason.of(code, message);
  }

  /** Why. */
  public Reason reason() {
    return reason;
  }
}
