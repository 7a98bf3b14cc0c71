package org.hilum.imaging.dicom;

import org.hilum.imaging.vocabulary.Reason;

/** The pixels of a frame, or of all of them, as bytes. */
public sealed interface FrameBytes {

  /** The bytes: a codestream as it is kept, or uncompressed cells with the lowest byte first. */
  record Taken(byte[] bytes) implements FrameBytes {}

  /** Why there are none. */
  record NotTaken(Reason reason) implements FrameBytes {}
}
