package org.hilum.epidemic.surveillance;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of real counts, which is not part of the source; tests skip where it is absent. */
final class SharedData {
  private SharedData() {}

  /** A file of it; skips the test when it is not there. */
  static Path file(String name) {
    var named = System.getenv("HILUM_DATA");
    var file = root(named).resolve("epidemic").resolve(name);
    assumeTrue(Files.exists(file), () -> "the real counts are not here: " + file);
    return file;
  }

  private static Path root(@org.jspecify.annotations.Nullable String named) {
    if (named != null) {
      return Path.of(named);
    }
    for (Path up = Path.of("").toAbsolutePath(); up != null; up = up.getParent()) {
      var data = up.resolve("shared").resolve("data");
      if (Files.isDirectory(data)) {
        return data;
      }
    }
    return Path.of("shared", "data");
  }
}
