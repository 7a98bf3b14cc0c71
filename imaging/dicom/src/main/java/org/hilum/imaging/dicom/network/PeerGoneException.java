package org.hilum.imaging.dicom.network;

import java.io.IOException;

/** The peer left where it should not. */
final class PeerGoneException extends IOException {

  private static final long serialVersionUID = 1;

  private final boolean aborted;

  PeerGoneException(String words, boolean aborted) {
    super(words);
    this.aborted = aborted;
  }

  /** Whether it said so. */
  boolean hasAborted() {
    return aborted;
  }
}
