package org.hilum.epidemic.surveillance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.hilum.epidemic.surveillance.VintageReading.Read;
import org.hilum.epidemic.surveillance.store.VintageFiles;

/**
 * Keeps what was known on each day, so that any day's knowledge can be had again.
 *
 * <p>On disk a folder for each source and day, {@code <source>/<yyyy-mm-dd>}, that {@link
 * VintageFolder} and the command line read. A folder appears whole or not at all, safe on disk, and
 * is never written over: a second delivery of a day with other counts becomes {@code
 * <yyyy-mm-dd>.2}, one with the same counts changes nothing. Several programs may keep at the same
 * time.
 */
public final class VintageStore {

  private static final Pattern SOURCE = Pattern.compile("[a-z0-9][a-z0-9-]{0,59}");
  private static final Pattern FOLDER = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(?:\\.(\\d{1,6}))?");

  private final Path root;

  /**
   * @param root made when it is not there
   */
  public VintageStore(Path root) {
    this.root = root;
  }

  /**
   * Where a vintage was put.
   *
   * @param folder its folder
   * @param revision 1 for the first delivery of its day
   * @param isNew false when the same counts were there already
   */
  public record Kept(Path folder, int revision, boolean isNew) {}

  /**
   * Keeps a vintage; on return it is safe on disk.
   *
   * @param source lower-case letters, digits and hyphens, such as {@code jhu-global}
   * @throws IllegalArgumentException for a vintage without series or another kind of source name
   * @throws UncheckedIOException when the disk fails
   */
  public Kept keep(String source, Vintage vintage) {
    if (vintage.series().isEmpty()) {
      throw new IllegalArgumentException("a vintage without counts: " + vintage.asOf());
    }
    try {
      var shelf = Files.createDirectories(shelf(source));
      var incoming = Files.createTempDirectory(shelf, ".incoming-");
      try {
        VintageFiles.write(vintage, incoming);
        return place(shelf, vintage.asOf(), incoming);
      } finally {
        if (Files.exists(incoming)) {
          VintageFiles.remove(incoming);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("vintage " + source + " " + vintage.asOf(), e);
    }
  }

  private static Kept place(Path shelf, LocalDate day, Path incoming) throws IOException {
    for (int revision = revisions(shelf, day).size(); ; revision++) {
      if (revision > 0) {
        var last = shelf.resolve(name(day, revision));
        if (VintageFiles.isSame(last, incoming)) {
          return new Kept(last, revision, false);
        }
      }
      var folder = shelf.resolve(name(day, revision + 1));
      if (moved(incoming, folder)) {
        VintageFiles.force(shelf);
        return new Kept(folder, revision + 1, true);
      }
    }
  }

  /** Moves unless another was quicker; a folder that holds files is never replaced by a move. */
  private static boolean moved(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
      return true;
    } catch (AtomicMoveNotSupportedException e) {
      throw e;
    } catch (FileSystemException e) {
      if (Files.exists(to)) {
        return false;
      }
      throw e;
    }
  }

  private static String name(LocalDate day, int revision) {
    return revision == 1 ? day.toString() : day + "." + revision;
  }

  private Path shelf(String source) {
    if (!SOURCE.matcher(source).matches()) {
      throw new IllegalArgumentException("source: " + source);
    }
    return root.resolve(source);
  }

  private static List<Path> revisions(Path shelf, LocalDate day) throws IOException {
    return folders(shelf).getOrDefault(day, new TreeMap<>()).values().stream().toList();
  }

  /** All folders by day, then by revision. */
  private static NavigableMap<LocalDate, NavigableMap<Integer, Path>> folders(Path shelf)
      throws IOException {
    var folders = new TreeMap<LocalDate, NavigableMap<Integer, Path>>();
    if (!Files.isDirectory(shelf)) {
      return folders;
    }
    try (var names = Files.list(shelf)) {
      for (var folder : names.toList()) {
        var name = FOLDER.matcher(String.valueOf(folder.getFileName()));
        if (name.matches()) {
          int revision = Optional.ofNullable(name.group(2)).map(Integer::valueOf).orElse(1);
          folders
              .computeIfAbsent(LocalDate.parse(name.group(1)), any -> new TreeMap<>())
              .put(revision, folder);
        }
      }
    }
    return folders;
  }

  private NavigableMap<LocalDate, Path> newest(String source) {
    try {
      var newest = new TreeMap<LocalDate, Path>();
      folders(shelf(source)).forEach((day, all) -> newest.put(day, all.lastEntry().getValue()));
      return newest;
    } catch (IOException e) {
      throw new UncheckedIOException("vintages of " + source, e);
    }
  }

  /** The sources that have vintages. */
  public List<String> sources() {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (var names = Files.list(root)) {
      return names
          .filter(Files::isDirectory)
          .map(folder -> String.valueOf(folder.getFileName()))
          .filter(name -> SOURCE.matcher(name).matches())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("vintages", e);
    }
  }

  /** The days of a source that have a vintage, ascending. */
  public List<LocalDate> days(String source) {
    return List.copyOf(newest(source).keySet());
  }

  /** What was known on a day: the newest vintage of that day or before, in its last revision. */
  public Optional<VintageReading> asKnownOn(String source, LocalDate day) {
    return Optional.ofNullable(newest(source).floorEntry(day))
        .map(entry -> VintageFolder.read(entry.getValue(), entry.getKey()));
  }

  /**
   * The vintages up to a day, the newest last, of which a {@link Nowcast} learns; folders that
   * cannot be read are left out.
   *
   * @param most so many of the newest
   */
  public List<Vintage> upTo(String source, LocalDate day, int most) {
    var vintages = new ArrayList<Vintage>();
    var entries = newest(source).headMap(day, true).descendingMap().entrySet();
    for (var entry : entries.stream().limit(most).toList()) {
      if (VintageFolder.read(entry.getValue(), entry.getKey()) instanceof Read read) {
        vintages.add(read.vintage());
      }
    }
    vintages.sort(Comparator.comparing(Vintage::asOf));
    return vintages;
  }

  /** What changed between the vintage of a day and the one before it; empty without two. */
  public Optional<RevisionReport> changes(String source, LocalDate day) {
    var last = upTo(source, day, 2);
    return last.size() < 2
        ? Optional.empty()
        : Optional.of(RevisionReport.between(last.getFirst(), last.getLast()));
  }
}
