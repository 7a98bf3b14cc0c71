package org.hilum.imaging.dicom;

/** What became of one request to a peer. */
public sealed interface SendOutcome {

  /** The peer answered. */
  record Answered(DimseStatus status) implements SendOutcome {}

  /** It was not sent: no presentation context for it was agreed on. */
  record NotAgreed(String words) implements SendOutcome {}
}
