package org.hilum.imaging.dicom.network;

import java.io.IOException;

/** Why an object cannot be written in the transfer syntax that a peer takes. */
final class NotEncodedException extends IOException {

  private static final long serialVersionUID = 1L;

  NotEncodedException(String words) {
    super(words);
  }
}
