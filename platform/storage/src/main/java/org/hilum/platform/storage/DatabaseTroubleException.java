package org.hilum.platform.storage;

import java.io.IOException;

/** Why the database cannot be used, in words that say what to do about it. */
public final class DatabaseTroubleException extends IOException {

  private static final long serialVersionUID = 1L;

  public DatabaseTroubleException(String words) {
    super(words);
  }

  public DatabaseTroubleException(String words, Throwable cause) {
    super(words, cause);
  }
}
