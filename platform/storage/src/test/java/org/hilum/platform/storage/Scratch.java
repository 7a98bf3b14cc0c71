package org.hilum.platform.storage;

import java.nio.file.Path;

/** PostgreSQL's programs, unpacked once for all tests of this machine. */
final class Scratch {

  static final Path PROGRAMS =
      Path.of(
          System.getProperty("java.io.tmpdir"),
          "hilum-programs-" + System.getProperty("user.name"));

  private Scratch() {}

  static DatabasePlace.Embedded in(Path folder) {
    return new DatabasePlace.Embedded(folder.resolve("database"), PROGRAMS);
  }
}
