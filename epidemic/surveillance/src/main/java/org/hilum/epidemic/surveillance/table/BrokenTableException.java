package org.hilum.epidemic.surveillance.table;

/** The file cannot be read on; what was wrong is said in words for the one who sent it. */
public final class BrokenTableException extends Exception {

  private static final long serialVersionUID = 1L;

  private final long line;

  /**
   * @param message a sentence for a health officer
   * @param line line of the file, counted from 1; 0 when it is the whole file
   */
  public BrokenTableException(String message, long line) {
    super(message);
    this.line = line;
  }

  /** What was wrong. */
  public String sentence() {
    return String.valueOf(getMessage());
  }

  /** Line of the file, counted from 1; 0 when it is the whole file. */
  public long line() {
    return line;
  }
}
