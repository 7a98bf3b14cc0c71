package org.hilum.platform.storage;

import java.io.IOException;

/** Why a backup cannot be made or restored, in words that say what to do about it. */
public final class BackupTroubleException extends IOException {

  private static final long serialVersionUID = 1L;

  public BackupTroubleException(String words) {
    super(words);
  }

  public BackupTroubleException(String words, Throwable cause) {
    super(words, cause);
  }
}
