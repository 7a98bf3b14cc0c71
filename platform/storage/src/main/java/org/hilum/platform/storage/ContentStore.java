package org.hilum.platform.storage;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps files under the hash of their content, each once, safe on disk before it says so.
 *
 * <p>Layout: {@code content/ab/abcd…} and {@code incoming/} for what is not whole yet. Used by many
 * threads at once, by one process at a time: its data folder's lock sees to that. Another process
 * may {@linkplain #look look}.
 */
public final class ContentStore {

  private static final Logger LOG = LoggerFactory.getLogger(ContentStore.class);

  /** How long after it came a file may not be in an index yet. */
  public static final Duration ON_ITS_WAY = Duration.ofMinutes(10);

  private static final Comparator<ContentHash> BY_DIGITS = Comparator.comparing(ContentHash::hex);

  private static final int SHELVES = 256;
  private static final int PATH_DEPTH = 2;

  /** How many bytes of one file are taken before the room is looked at again. */
  private static final long BETWEEN_CHECKS = 8L << 20;

  private final Path folder;
  private final Path content;
  private final Path incoming;
  private final Removals removals;
  private final StoreSpace space;
  private final Shelf[] shelves;
  private final AtomicLong number = new AtomicLong();

  private ContentStore(Path folder, StorageLimits limits) throws IOException {
    this.folder = folder;
    this.content = folder.resolve("content");
    this.incoming = folder.resolve("incoming");
    Files.createDirectories(content);
    Files.createDirectories(incoming);
    this.removals = new Removals(folder);
    this.space = new StoreSpace(folder, limits);
    this.shelves =
        IntStream.range(0, SHELVES)
            .mapToObj(n -> new Shelf(content.resolve("%02x".formatted(n))))
            .toArray(Shelf[]::new);
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
    store.makeShelves();
    try (var leftovers = Files.newDirectoryStream(store.incoming)) {
      for (var leftover : leftovers) {
        Files.delete(leftover);
      }
    }
    store.removals.finish();
    Thread.ofPlatform().daemon().name("content-count").start(store::count);
    return store;
  }

  /** Looks into a store that another process may have open: to read and to verify. */
  public static ContentStore look(Path folder) throws IOException {
    return new ContentStore(folder, StorageLimits.standard());
  }

  private void makeShelves() throws IOException {
    for (int n = 0; n < SHELVES; n++) {
      Files.createDirectories(content.resolve("%02x".formatted(n)));
    }
    Shelf.force(content);
    Shelf.force(folder);
  }

  private void count() {
    try {
      for (var shelf : shelves) {
        shelf.countAll();
      }
    } catch (IOException | UncheckedIOException failed) {
      LOG.warn("what {} keeps could not be counted: {}", folder, failed.toString());
    }
  }

  /**
   * Begins to take a file.
   *
   * @throws StorageFullException when there is no room for more, in words
   */
  public Writing begin() throws IOException {
    space.check(keptBytes());
    var file = incoming.resolve(Long.toString(number.incrementAndGet()));
    try {
      return new Writing(
          file,
          FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
          ContentHash.digest());
    } catch (IOException failed) {
      throw space.explained(failed);
    }
  }

  /** Why nothing more can be kept at the moment, in words; empty while there is room. */
  public Optional<String> whyFull() throws IOException {
    try {
      space.check(keptBytes());
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
    return shelf(hash).place(hash);
  }

  /** All content that is here, in no order; to be closed. */
  public Stream<ContentHash> hashes() throws IOException {
    return Files.walk(content, PATH_DEPTH)
        .map(file -> file.getFileName().toString())
        .filter(ContentHash::isHash)
        .map(ContentHash::new);
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
    return shelf(hash).remove(hash, wanted, removals);
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
    long files = 0;
    boolean isCounted = true;
    for (var shelf : shelves) {
      files += shelf.files();
      isCounted &= shelf.isCounted();
    }
    return new StorageUsage(files, keptBytes(), isCounted, space.freeBytes());
  }

  private long keptBytes() {
    long bytes = 0;
    for (var shelf : shelves) {
      bytes += shelf.bytes();
    }
    return bytes;
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

  private Shelf shelf(ContentHash hash) {
    return shelves[Integer.parseInt(hash.hex().substring(0, 2), 16)];
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

  /**
   * One file on its way in; used by one thread.
   *
   * <p>Close it after what refers to the content is committed: until then nobody can remove it.
   */
  public final class Writing implements Closeable {

    private final Path file;
    private final FileChannel channel;
    private final MessageDigest digest;
    private long bytes;
    private long checkedAt;
    private @Nullable ContentHash pinned;
    private boolean isClosed;

    private Writing(Path file, FileChannel channel, MessageDigest digest) {
      this.file = file;
      this.channel = channel;
      this.digest = digest;
    }

    /**
     * Takes the next bytes.
     *
     * @throws StorageFullException when there is no room for them
     */
    public void write(byte[] from, int offset, int length) throws IOException {
      if (bytes - checkedAt >= BETWEEN_CHECKS) {
        space.check(keptBytes());
        checkedAt = bytes;
      }
      digest.update(from, offset, length);
      try {
        var buffer = ByteBuffer.wrap(from, offset, length);
        while (buffer.hasRemaining()) {
          channel.write(buffer);
        }
      } catch (IOException failed) {
        throw space.explained(failed);
      }
      bytes += length;
      space.come(length);
    }

    /** Where the bytes taken so far can be read. */
    public Path file() {
      return file;
    }

    /**
     * Makes the file safe on disk under its hash.
     *
     * @throws StorageFullException when the disk turned out to be full
     */
    public Kept keep() throws IOException {
      try {
        channel.force(false);
        channel.close();
        var hash = ContentHash.of(digest);
        shelf(hash).keep(file, hash, bytes);
        pinned = hash;
        space.gone(bytes);
        return new Kept(hash, bytes, place(hash));
      } catch (IOException failed) {
        throw space.explained(failed);
      }
    }

    /** Leaves nothing behind, unless the file was kept. */
    @Override
    public void close() throws IOException {
      if (isClosed) {
        return;
      }
      isClosed = true;
      if (pinned == null) {
        space.gone(bytes);
        channel.close();
        Files.deleteIfExists(file);
      } else {
        shelf(pinned).unpin(pinned);
      }
    }
  }
}
