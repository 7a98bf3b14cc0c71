package org.hilum.imaging.worklist.work;

import java.io.IOException;
import java.nio.file.Path;

/** Removes what work of a process that was killed left on disk. */
public final class Leftovers {

  private Leftovers() {}

  /** Before any work begins in a folder. */
  public static void remove(Path workFolder) throws IOException {
    WorkFolder.sweep(workFolder);
  }
}
