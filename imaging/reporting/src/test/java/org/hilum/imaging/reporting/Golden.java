package org.hilum.imaging.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Small texts that are looked at by eye when they change. {@code -Dhilum.golden=rewrite} writes
 * them anew.
 */
public final class Golden {

  private static final Path FOLDER = Path.of("src", "test", "resources", "golden");

  private Golden() {}

  /** Asserts that a text is the one kept under this name. */
  public static void assertSame(String name, String actual) {
    var file = FOLDER.resolve(name);
    try {
      if ("rewrite".equals(System.getProperty("hilum.golden"))) {
        Files.createDirectories(FOLDER);
        Files.writeString(file, actual);
      }
      assertThat(file).as("run once with -Dhilum.golden=rewrite and look at it").exists();
      assertThat(actual)
          .as(
              "differs from %s; if meant, run with -Dhilum.golden=rewrite and look at the diff",
              file)
          .isEqualTo(Files.readString(file));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
