package org.hilum.imaging.worklist.work;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** A folder for one piece of work, gone when it is done. */
record WorkFolder(Path path) implements Closeable {

  private static final String PREFIX = "work-";

  /** Removes what an earlier process of this folder left when it was killed. */
  static void sweep(Path parent) throws IOException {
    if (Files.isDirectory(parent)) {
      try (var left = Files.newDirectoryStream(parent, PREFIX + "*")) {
        for (var folder : left) {
          new WorkFolder(folder).close();
        }
      }
    }
  }

  static WorkFolder make(Path parent) throws IOException {
    Files.createDirectories(parent);
    return new WorkFolder(Files.createTempDirectory(parent, PREFIX));
  }

  @Override
  public void close() throws IOException {
    try (var files = Files.walk(path)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
