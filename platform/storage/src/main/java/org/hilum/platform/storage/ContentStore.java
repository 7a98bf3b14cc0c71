package org.hilum.platform.storage;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/**
 * Keeps files under the hash of their content, each once, safe on disk before it says so.
 *
 * <p>Layout: {@code content/ab/abcd…} and {@code incoming/} for what is not whole yet. Used by many
 * threads at once, by one process at a time: its data folder's lock sees to that. Another process
 * may {@linkplain #look look}.
 */
public final class ContentStore {

  /** How long after it came a file may not be in an index yet. */
  public static final Duration ON_ITS_WAY = Duration.ofMinutes(10);

  private static final Comparator<ContentHash> BY_DIGITS = Comparator.comparing(ContentHash::hex);

  private final Path incoming;
  private final Removals removals;
  private final StoreSpace space;
  private final Shelves shelves;
  private final AtomicLong number = new AtomicLong();

  private ContentStore(Path folder, StorageLimits limits) throws IOException {
    this.incoming = folder.resolve("incoming");
    this.shelves = new Shelves(folder.resolve("content"));
    Files.createDirectories(incoming);
    this.removals = new Removals(folder);
    this.space = new StoreSpace(folder, limits);
  }

  /** Opens the store of a folder within the standard limits. */
  public static ContentStore open(Path folder) throws IOException {
    return open(folder, StorageLimits.standard());
  }

  /**
   * Opens the store of a folder, which is made when absent; what was never whole is removed.
   *
   * <p>Counting what is there goes on in the background.
   */
  public static ContentStore open(Path folder, StorageLimits limits) throws IOException {
    Files.createDirectories(folder);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    var store = new ContentStore(folder, limits);
    store.shelves.make();
    Shelf.force(folder);
    try (var leftovers = Files.newDirectoryStream(store.incoming)) {
      for (var leftover : leftovers) {
        Files.delete(leftover);
      }
    }
    store.removals.finish();
    Thread.ofPlatform().daemon().name("content-count").start(store.shelves::count);
    return store;
  }

  /** Looks into a store that another process may have open: to read and to verify. */
  public static ContentStore look(Path folder) throws IOException {
    return new ContentStore(folder, StorageLimits.standard());
  }

  /**
   * Begins to take a file.
   *
   * @throws StorageFullException when there is no room for more, in words
   */
  public ContentWriting begin() throws IOException {
    space.check(shelves.bytes());
    var file = incoming.resolve(Long.toString(number.incrementAndGet()));
    try {
      return new ContentWriting(file, shelves, space);
    } catch (IOException failed) {
      throw space.explained(failed);
    }
  }

  /** Why nothing more can be kept at the moment, in words; empty while there is room. */
  public Optional<String> whyFull() throws IOException {
    try {
      space.check(shelves.bytes());
      return Optional.empty();
    } catch (StorageFullException full) {
      return Optional.of(String.valueOf(full.getMessage()));
    }
  }

  /** The file of that content, if it is here. */
  public Optional<Path> file(ContentHash hash) {
    var file = place(hash);
    return Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
  }

  /** Where the file of that content lies, or would. */
  public Path place(ContentHash hash) {
    return shelves.of(hash).place(hash);
  }

  /** All content that is here, in no order; to be closed. */
  public Stream<ContentHash> hashes() throws IOException {
    return shelves.hashes();
  }

  /** Content on one of its shelves, of which there are {@link Shelves#MANY}. */
  List<ContentHash> onShelf(int number) throws IOException {
    return shelves.on(number);
  }

  /** Whether someone still refers to some content. */
  @FunctionalInterface
  public interface Wanted {
    boolean isWanted(ContentHash hash) throws IOException;
  }

  /**
   * Removes the file of that content, unless it is wanted or is just being kept once more.
   *
   * @param wanted asked while nobody can keep or remove that content
   * @return whether it was removed
   */
  public boolean remove(ContentHash hash, Wanted wanted) throws IOException {
    return shelves.of(hash).remove(hash, wanted, removals);
  }

  /** Removes the file of that content, if it is here and is not just being kept once more. */
  public boolean remove(ContentHash hash) throws IOException {
    return remove(hash, nobody -> false);
  }

  /**
   * Removes the file of that content if it came, and came again, before a moment: one that came
   * later may be on its way into somebody's index.
   */
  public boolean removeOlderThan(ContentHash hash, Instant moment) throws IOException {
    return remove(
        hash, same -> !Files.getLastModifiedTime(place(same)).toInstant().isBefore(moment));
  }

  /** Lets no content leave until it is closed, whatever is removed meanwhile: for a backup. */
  public Held hold() throws IOException {
    return new Held(removals.hold());
  }

  /** How much is kept, and how much is free. */
  public StorageUsage usage() throws IOException {
    return new StorageUsage(
        shelves.files(), shelves.bytes(), shelves.isCounted(), space.freeBytes());
  }

  /**
   * Reads content again and says what is damaged or missing.
   *
   * @param hashes what is expected here: all that {@link #hashes} finds, all that an index knows,
   *     or a part of them
   * @param progress told how many files were read so far
   */
  public ContentVerification verify(Stream<ContentHash> hashes, LongConsumer progress)
      throws IOException {
    return new ContentVerifier(this).verify(hashes, progress);
  }

  /** A store that nothing leaves. */
  public final class Held implements Closeable {

    private final Closeable hold;

    private Held(Closeable hold) {
      this.hold = hold;
    }

    /** The file of that content, also if it was removed meanwhile. */
    public Optional<Path> file(ContentHash hash) {
      var aside = removals.aside(hash);
      return ContentStore.this
          .file(hash)
          .or(() -> Files.isRegularFile(aside) ? Optional.of(aside) : Optional.empty());
    }

    /** All content that is here. */
    public List<ContentHash> hashes() throws IOException {
      try (var here = ContentStore.this.hashes();
          var gone = removals.hashes()) {
        return Stream.concat(here, gone).distinct().sorted(BY_DIGITS).toList();
      }
    }

    @Override
    public void close() throws IOException {
      hold.close();
      removals.finish();
    }
  }

  /** What was taken: its hash, its length in bytes, and where it lies. */
  public record Kept(ContentHash hash, long bytes, Path file) {}
}
