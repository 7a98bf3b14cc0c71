package org.hilum.platform.jobs;

/** How far a job is. */
public enum JobState {
  /** Waits for its turn, perhaps after a failed attempt. */
  WAITING(false),
  /** Being done. */
  RUNNING(false),
  /** Done; what came of it is the worker's to say. */
  DONE(true),
  /** Failed too often or beyond repair: waits for a person. */
  SET_ASIDE(true),
  /** A person called it off. */
  CANCELLED(true);

  private final boolean isEnd;

  JobState(boolean isEnd) {
    this.isEnd = isEnd;
  }

  /** Whether nothing more happens by itself. */
  public boolean isEnd() {
    return isEnd;
  }
}
