package org.hilum.epidemic.forecasting;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where real counts lie that a test may compare with; the source does not hold them. */
final class SharedCounts {

  private SharedCounts() {}

  /** A file under {@code epidemic} of the folder {@code HILUM_DATA} or {@code shared/data}. */
  static Optional<Path> find(String name) {
    String named = System.getenv("HILUM_DATA");
    if (named != null) {
      return Optional.of(Path.of(named, "epidemic", name)).filter(Files::exists);
    }
    for (Path up = Path.of("").toAbsolutePath(); up != null; up = up.getParent()) {
      Path file = up.resolve("shared").resolve("data").resolve("epidemic").resolve(name);
      if (Files.exists(file)) {
        return Optional.of(file);
      }
    }
    return Optional.empty();
  }
}
