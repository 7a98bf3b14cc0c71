package org.hilum.imaging.correction.place;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** A folder for what is being written, gone when it is done. */
public record ResultFolder(Path path) implements Closeable {

  private static final String PREFIX = "correction-";

  /** Removes what an earlier process left when it was killed. */
  public static void removeLeftovers(Path parent) throws IOException {
    if (Files.isDirectory(parent)) {
      try (var left = Files.newDirectoryStream(parent, PREFIX + "*")) {
        for (var folder : left) {
          new ResultFolder(folder).close();
        }
      }
    }
  }

  /** A new one. */
  public static ResultFolder make(Path parent) throws IOException {
    Files.createDirectories(parent);
    return new ResultFolder(Files.createTempDirectory(parent, PREFIX));
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
