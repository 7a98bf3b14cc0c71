package org.hilum.imaging.worklist;

/** How far a case is. */
public enum CaseState {
  /** Images are coming in. */
  ARRIVING,
  /** Complete, waits to be read. */
  WAITING,
  /** Being read by the networks. */
  READING,
  /** Read: results are in the archive. */
  READ,
  /** Cannot be read, with reasons: waits for a person. */
  REFUSED,
  /** Failed, and failed again: waits for a person. */
  SET_ASIDE,
  /** A person called the reading off. */
  CANCELLED
}
