package org.hilum.imaging.dicom;

/** Whether a peer agreed to an association. */
public sealed interface CallOutcome {

  /** It did; the caller is to be released. */
  record Connected(DicomCaller caller) implements CallOutcome {}

  /**
   * It did not.
   *
   * @param isTransient whether it may at another time
   */
  record Refused(boolean isTransient, String words) implements CallOutcome {}
}
