package org.hilum.imaging.vocabulary;

/** Which of the patient's two sides: always the patient's own, never the screen's. */
public enum Side {
  LEFT,
  RIGHT;

  /** The other side, as a mirror shows it. */
  public Side mirrored() {
    return this == LEFT ? RIGHT : LEFT;
  }
}
