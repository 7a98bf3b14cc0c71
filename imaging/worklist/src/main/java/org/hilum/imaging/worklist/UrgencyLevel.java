package org.hilum.imaging.worklist;

/** How soon a case wants somebody's eyes; later ones go first. */
public enum UrgencyLevel {
  ROUTINE,
  /** Somebody should look: it was refused, or something is odd. */
  RAISED,
  URGENT,
  EMERGENCY;

  private static final int STEP = 10;
  private static final int READING = 5;

  /** Of the job that reads a case of this level: before comparing one of the same level. */
  public int ofReading() {
    return ordinal() * STEP + READING;
  }

  /** Of the job that compares a case of this level. */
  public int ofComparing() {
    return ordinal() * STEP;
  }
}
