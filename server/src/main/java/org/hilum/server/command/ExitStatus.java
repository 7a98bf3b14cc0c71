package org.hilum.server.command;

/** What the program answers to the shell. */
public final class ExitStatus {
  /** Everything was done. */
  public static final int DONE = 0;

  /** Something failed that should not have. */
  public static final int FAULT = 1;

  /** Input or wording was refused, with reasons. */
  public static final int REFUSED = 2;

  private ExitStatus() {}
}
