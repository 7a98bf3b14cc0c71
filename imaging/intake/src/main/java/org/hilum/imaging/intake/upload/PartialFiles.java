package org.hilum.imaging.intake.upload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Where files lie that have not come whole: {@code <folder>/<upload>/<number>}. */
public final class PartialFiles {

  private final Path folder;
  private final Map<Path, PartialFile> open = new ConcurrentHashMap<>();

  public PartialFiles(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
  }

  PartialFile of(Upload upload, UploadFile file) {
    return open.computeIfAbsent(
        place(upload).resolve(Integer.toString(file.number())),
        path -> new PartialFile(path, file.bytes()));
  }

  private Path place(Upload upload) {
    return folder.resolve(upload.id());
  }

  /** The files with how much of each is here. */
  public List<UploadFile> measured(Upload upload, List<UploadFile> files) throws IOException {
    var lengths = lengths(upload);
    return files.stream()
        .map(
            file ->
                file.outcome().state() == FileState.WAITING
                    ? file.received(lengths.getOrDefault(Integer.toString(file.number()), 0L))
                    : file)
        .toList();
  }

  private Map<String, Long> lengths(Upload upload) throws IOException {
    var lengths = new HashMap<String, Long>();
    if (Files.isDirectory(place(upload))) {
      try (var files = Files.newDirectoryStream(place(upload))) {
        for (var file : files) {
          lengths.put(file.getFileName().toString(), length(file));
        }
      }
    }
    return lengths;
  }

  /** One that was taken meanwhile has gone. */
  private static long length(Path file) throws IOException {
    try {
      return Files.size(file);
    } catch (java.nio.file.NoSuchFileException taken) {
      return 0;
    }
  }

  /** Removes what is here of a file that was judged. */
  void remove(PartialFile partial) throws IOException {
    partial.close();
    partial.discard();
    open.remove(partial.path());
  }

  /** Removes what is here of an upload, and lets nobody go on with it. */
  public void remove(Upload upload) throws IOException {
    open.forEach(
        (path, partial) -> {
          if (path.startsWith(place(upload))) {
            partial.close();
          }
        });
    removeAll(place(upload));
    open.keySet().removeIf(path -> path.startsWith(place(upload)));
  }

  /** Removes what a stop left of uploads other than these. */
  public void keepOnly(Set<String> uploads) throws IOException {
    try (var all = Files.newDirectoryStream(folder)) {
      for (var each : all) {
        if (!uploads.contains(each.getFileName().toString())) {
          removeAll(each);
        }
      }
    }
  }

  private static void removeAll(Path place) throws IOException {
    if (Files.notExists(place)) {
      return;
    }
    try (var files = Files.walk(place)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (UncheckedIOException failed) {
      throw failed.getCause();
    }
  }
}
