package org.hilum.platform.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The 256 shelves of a store: a file lies on the one that its hash begins with. */
final class Shelves {

  private static final Logger LOG = LoggerFactory.getLogger(Shelves.class);

  static final int MANY = 256;

  private static final int PATH_DEPTH = 2;

  private final Path folder;
  private final Shelf[] all;

  Shelves(Path folder) throws IOException {
    this.folder = folder;
    this.all =
        IntStream.range(0, MANY).mapToObj(n -> new Shelf(place(folder, n))).toArray(Shelf[]::new);
    Files.createDirectories(folder);
  }

  private static Path place(Path folder, int number) {
    return folder.resolve("%02x".formatted(number));
  }

  /** Makes the folders that are not there yet. */
  void make() throws IOException {
    for (int n = 0; n < MANY; n++) {
      Files.createDirectories(place(folder, n));
    }
    Shelf.force(folder);
  }

  /** Counts what lies on them. */
  void count() {
    try {
      for (var shelf : all) {
        shelf.countAll();
      }
    } catch (IOException | UncheckedIOException failed) {
      LOG.warn("what {} keeps could not be counted: {}", folder, failed.toString());
    }
  }

  Shelf of(ContentHash hash) {
    return all[Integer.parseInt(hash.hex().substring(0, 2), 16)];
  }

  /** All content that is here, in no order; to be closed. */
  Stream<ContentHash> hashes() throws IOException {
    return Files.walk(folder, PATH_DEPTH)
        .map(file -> file.getFileName().toString())
        .filter(ContentHash::isHash)
        .map(ContentHash::new);
  }

  /** What lies on one of them. */
  List<ContentHash> on(int number) throws IOException {
    var shelf = place(folder, number);
    if (!Files.isDirectory(shelf)) {
      return List.of();
    }
    try (var files = Files.list(shelf)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(ContentHash::isHash)
          .map(ContentHash::new)
          .toList();
    }
  }

  long files() {
    return Arrays.stream(all).mapToLong(Shelf::files).sum();
  }

  long bytes() {
    return Arrays.stream(all).mapToLong(Shelf::bytes).sum();
  }

  boolean isCounted() {
    return Arrays.stream(all).allMatch(Shelf::isCounted);
  }
}
