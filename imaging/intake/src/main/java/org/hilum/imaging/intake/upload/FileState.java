package org.hilum.imaging.intake.upload;

/** How far a file of an upload is. */
public enum FileState {
  /** Nothing of it has come. */
  WAITING,
  /** Some of it has come. */
  RECEIVING,
  /** An archive that has come; its entries are being taken. */
  UNPACKING,
  /** An archive whose entries each have a state of their own. */
  UNPACKED,
  /** Safe on disk and in the index. */
  TAKEN,
  /** The same object was here before. */
  ALREADY_HERE,
  /** Something else than an object that is kept; nothing is wrong. */
  LEFT_ALONE,
  /** Not taken, with reasons. */
  TURNED_AWAY;

  /** Whether it will not change any more. */
  public boolean isSettled() {
    return this != WAITING && this != RECEIVING && this != UNPACKING;
  }
}
