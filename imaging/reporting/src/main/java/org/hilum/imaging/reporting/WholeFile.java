package org.hilum.imaging.reporting;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Whether a file is there whole or not at all: written beside its place, then moved into it, so
 * that a kill in the middle never leaves half a file under the name others read.
 */
final class WholeFile {

  private WholeFile() {}

  /** Writes a file at the path it is given. */
  @FunctionalInterface
  interface Content {
    void writeTo(Path file) throws IOException;
  }

  /** Writes the file, and its folder where there is none; an older file is replaced. */
  static void place(Path file, Content content) throws IOException {
    var folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IOException("not the path of a file: " + file);
    }
    Files.createDirectories(folder);
    // The ending stays: it may say how the content is to be written.
    var unfinished = folder.resolve(".unfinished-" + file.getFileName());
    try {
      content.writeTo(unfinished);
      Files.move(
          unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  /** Writes the bytes. */
  static void write(Path file, byte[] bytes) throws IOException {
    place(file, unfinished -> Files.write(unfinished, bytes));
  }
}
