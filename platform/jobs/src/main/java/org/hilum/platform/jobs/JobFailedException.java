package org.hilum.platform.jobs;

/** An attempt failed, and the worker knows whether another can help. */
public final class JobFailedException extends Exception {

  private static final long serialVersionUID = 1L;

  private final boolean isWorthRetrying;

  /**
   * An attempt failed.
   *
   * @param words why, with ids and never names
   */
  public JobFailedException(String words, boolean isWorthRetrying) {
    super(words);
    this.isWorthRetrying = isWorthRetrying;
  }

  /** Whether another attempt may help. */
  public boolean isWorthRetrying() {
    return isWorthRetrying;
  }
}
