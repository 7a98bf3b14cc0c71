package org.hilum.platform.storage;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Keeps files under the hash of their content, each once, safe on disk before it says so.
 *
 * <p>Layout: {@code content/ab/cd/abcd…} and {@code incoming/} for what is not whole yet. Used by
 * many threads at once.
 */
public final class ContentStore {

  /** How long after it came a file may not be in an index yet. */
  public static final Duration ON_ITS_WAY = Duration.ofMinutes(10);

  private final Path content;
  private final Path incoming;
  private final AtomicLong number = new AtomicLong();

  private ContentStore(Path content, Path incoming) {
    this.content = content;
    this.incoming = incoming;
  }

  /** Opens the store of a folder, which is made when absent; what was never whole is removed. */
  public static ContentStore open(Path folder) throws IOException {
    var store = new ContentStore(folder.resolve("content"), folder.resolve("incoming"));
    Files.createDirectories(store.content);
    Files.createDirectories(store.incoming);
    try (var leftovers = Files.newDirectoryStream(store.incoming)) {
      for (var leftover : leftovers) {
        Files.delete(leftover);
      }
    }
    return store;
  }

  /** Begins to take a file. */
  public Writing begin() throws IOException {
    var file = incoming.resolve(Long.toString(number.incrementAndGet()));
    return new Writing(
        file,
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
        sha256());
  }

  /** The file of that content, if it is here. */
  public Optional<Path> file(ContentHash hash) {
    var file = place(hash);
    return Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
  }

  /** Removes the file of that content, if it is here; who refers to it is the caller's to know. */
  public void remove(ContentHash hash) throws IOException {
    Files.deleteIfExists(place(hash));
  }

  /**
   * Removes the file of that content if it came, and came again, before a moment: one that came
   * later may be on its way into somebody's index.
   */
  public void removeOlderThan(ContentHash hash, Instant moment) throws IOException {
    var file = place(hash);
    if (Files.exists(file) && Files.getLastModifiedTime(file).toInstant().isBefore(moment)) {
      Files.deleteIfExists(file);
    }
  }

  private Path shelf(ContentHash hash) {
    return content.resolve(hash.hex().substring(0, 2));
  }

  private Path box(ContentHash hash) {
    return shelf(hash).resolve(hash.hex().substring(2, 4));
  }

  /** Where the file of that content lies, or would. */
  public Path place(ContentHash hash) {
    return box(hash).resolve(hash.hex());
  }

  private void move(Path file, ContentHash hash) throws IOException {
    var box = box(hash);
    boolean isNew = Files.notExists(box);
    Files.createDirectories(box);
    Files.move(file, place(hash), StandardCopyOption.ATOMIC_MOVE);
    force(box);
    if (isNew) {
      force(shelf(hash));
      force(content);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  private static void force(Path folder) throws IOException {
    try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /** What was taken: its hash, its length in bytes, and where it lies. */
  public record Kept(ContentHash hash, long bytes, Path file) {}

  /** One file on its way in; used by one thread, ends with one of keep and close. */
  public final class Writing implements Closeable {

    private final Path file;
    private final FileChannel channel;
    private final MessageDigest digest;
    private long bytes;

    private Writing(Path file, FileChannel channel, MessageDigest digest) {
      this.file = file;
      this.channel = channel;
      this.digest = digest;
    }

    /** Takes the next bytes. */
    public void write(byte[] from, int offset, int length) throws IOException {
      digest.update(from, offset, length);
      var buffer = ByteBuffer.wrap(from, offset, length);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      bytes += length;
    }

    /** Where the bytes taken so far can be read. */
    public Path file() {
      return file;
    }

    /** Makes the file safe on disk under its hash. */
    public Kept keep() throws IOException {
      channel.force(false);
      channel.close();
      var hash = new ContentHash(HexFormat.of().formatHex(digest.digest()));
      var place = place(hash);
      if (Files.isRegularFile(place)) {
        Files.setLastModifiedTime(place, FileTime.from(Instant.now()));
        Files.delete(file);
      } else {
        move(file, hash);
      }
      return new Kept(hash, bytes, place);
    }

    /** Leaves nothing behind, unless the file was kept. */
    @Override
    public void close() throws IOException {
      channel.close();
      Files.deleteIfExists(file);
    }
  }
}
