package org.hilum.imaging.dicom.network;

import org.hilum.imaging.dicom.network.BrokenProtocolException.Reason;

/** What a peer may say once an association is open. */
sealed interface Arrival {

  /** A DIMSE message; its data set, if it has one, is still to be read. */
  record Message(int context, CommandSet command) implements Arrival {}

  /** The peer wants to end in order. */
  record ReleaseRequested() implements Arrival {}

  /** The peer agrees to end. */
  record Released() implements Arrival {}

  /** The peer ends at once. */
  record Aborted() implements Arrival {}

  /** The peer closed without a word. */
  record Closed() implements Arrival {}

  /** Refuses what does not belong here. */
  static BrokenProtocolException unexpected(PduType type) {
    return new BrokenProtocolException(
        Reason.UNEXPECTED_PDU, "a unit that does not belong here: " + type);
  }
}
