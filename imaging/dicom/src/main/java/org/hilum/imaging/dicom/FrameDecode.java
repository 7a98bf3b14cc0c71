package org.hilum.imaging.dicom;

import org.hilum.imaging.vocabulary.Reason;

/** What came of decoding the pixels of a frame. */
public sealed interface FrameDecode {

  /** The pixels. */
  record Decoded(StoredFrame frame) implements FrameDecode {}

  /** Why there are none. */
  record Undecodable(Reason reason) implements FrameDecode {}
}
