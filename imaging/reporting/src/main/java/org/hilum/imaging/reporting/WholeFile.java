package org.hilum.imaging.reporting;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Whether a file is there whole or not at all: written beside its place, then moved into it, so
 * that a kill in the middle never leaves half a file under the name others read.
 */
final class WholeFile {

  private WholeFile() {}

  /** Writes what a file holds. */
  @FunctionalInterface
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /** Writes the file, and its folder where there is none; an older file is replaced. */
  static void write(Path file, Content content) throws IOException {
    var folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IOException("not the path of a file: " + file);
    }
    Files.createDirectories(folder);
    var unfinished = folder.resolve("." + file.getFileName() + ".unfinished");
    try {
      try (var out = new BufferedOutputStream(Files.newOutputStream(unfinished), 1 << 16)) {
        content.writeTo(out);
      }
      Files.move(
          unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  static void write(Path file, byte[] content) throws IOException {
    write(file, out -> out.write(content));
  }
}
