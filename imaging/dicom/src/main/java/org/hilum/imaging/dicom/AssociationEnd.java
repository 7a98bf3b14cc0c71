package org.hilum.imaging.dicom;

import java.net.SocketAddress;

/**
 * How one association, or an attempt at one, ended.
 *
 * @param association as {@link ReceivedObject#association} has it, unique within this process
 * @param callingTitle empty when it never said
 * @param storedObjects objects answered with success
 * @param words what happened, for a log; no patient data
 */
public record AssociationEnd(
    long association,
    SocketAddress peer,
    String callingTitle,
    String calledTitle,
    int storedObjects,
    How how,
    String words) {

  /** The ways to end. */
  public enum How {
    /** In order. */
    RELEASED,
    /** We turned it away before it began. */
    REJECTED,
    /** By the peer. */
    ABORTED_BY_PEER,
    /** By us: the peer broke the protocol, or we are stopping. */
    ABORTED_BY_US,
    /** The peer was silent or slow for too long. */
    TIMED_OUT,
    /** The connection broke. */
    LOST
  }

  /** Who is told; called on the association's own thread. */
  @FunctionalInterface
  public interface Observer {
    /** An association ended. */
    void ended(AssociationEnd end);
  }
}
