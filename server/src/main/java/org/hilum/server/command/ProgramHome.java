package org.hilum.server.command;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the program's own files lie: the networks. */
final class ProgramHome {

  private ProgramHome() {}

  /** The folder of networks, beside the launcher or under the working directory. */
  static Path networks() {
    var home = System.getProperty("hilum.home");
    if (home != null) {
      return Path.of(home, "networks");
    }
    for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      if (Files.isDirectory(folder.resolve("networks"))) {
        return folder.resolve("networks");
      }
    }
    throw new IllegalStateException(
        "the folder of networks was not found: start the program with ./hilum");
  }
}
