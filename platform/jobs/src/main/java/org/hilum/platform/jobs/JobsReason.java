package org.hilum.platform.jobs;

/** Why something that was asked of the queue is not done. */
public enum JobsReason {
  NO_SUCH_JOB(
      "JOB-001",
      "There is no such job, or it is not this institution's to see. Look for it in the queue."),
  NOT_NOW(
      "JOB-002",
      "The state of the job does not allow this: only what waits can be hurried, only what has not"
          + " ended called off, only what was set aside or called off done again. Look at it again."),
  REQUEST_MALFORMED("JOB-003", "The request is not understood. Correct what the words name.");

  private final String code;
  private final String meaning;

  JobsReason(String code, String meaning) {
    this.code = code;
    this.meaning = meaning;
  }

  /** Stable code. */
  public String code() {
    return code;
  }

  /** What it means and what to do about it. */
  public String meaning() {
    return meaning;
  }
}
