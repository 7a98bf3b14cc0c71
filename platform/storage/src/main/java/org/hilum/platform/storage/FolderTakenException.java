package org.hilum.platform.storage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Who already works in a folder, in words that say what to do about it. */
public final class FolderTakenException extends IOException {

  private static final long serialVersionUID = 1L;

  FolderTakenException(Path lock, Optional<Long> holder) {
    super(
        "The folder "
            + lock.toAbsolutePath().getParent()
            + " is in use by another Hilum"
            + holder.map(pid -> " (process " + pid + ")").orElse("")
            + ". Stop that one, or name another folder.");
  }
}
