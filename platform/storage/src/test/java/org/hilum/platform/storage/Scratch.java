package org.hilum.platform.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** Databases for tests: PostgreSQL's programs are unpacked once for all tests of this machine. */
final class Scratch {

  static final Path PROGRAMS =
      Path.of(
          System.getProperty("java.io.tmpdir"),
          "hilum-programs-" + System.getProperty("user.name"));

  private static @Nullable Path made;

  private Scratch() {}

  /** The place of a database that may not be there yet. */
  static DatabasePlace.Embedded in(Path folder) {
    return new DatabasePlace.Embedded(folder.resolve("database"), PROGRAMS);
  }

  /** The same, of a database that was made and closed: a copy, which is quicker than a new one. */
  static synchronized DatabasePlace.Embedded madeIn(Path folder) throws IOException {
    var original = made == null ? make() : made;
    made = original;
    try (var files = Files.walk(original.resolve("database"))) {
      for (var file : files.toList()) {
        Files.copy(
            file, folder.resolve(original.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
    return in(folder);
  }

  private static Path make() throws IOException {
    var folder = Files.createTempDirectory("hilum-made-database");
    Database.open(in(folder)).close();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(folder)));
    return folder;
  }

  private static void remove(Path folder) {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    }
  }
}
