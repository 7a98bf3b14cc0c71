package org.hilum.platform.storage;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import org.hilum.platform.storage.ContentStore.Kept;
import org.jspecify.annotations.Nullable;

/**
 * One file on its way into a store; used by one thread.
 *
 * <p>Close it after what refers to the content is committed: until then nobody can remove it.
 */
public final class ContentWriting implements Closeable {

  /** How many bytes of one file are taken before the room is looked at again. */
  private static final long BETWEEN_CHECKS = 8L << 20;

  private final Path file;
  private final Shelves shelves;
  private final StoreSpace space;
  private final FileChannel channel;
  private final MessageDigest digest = ContentHash.digest();
  private long bytes;
  private long checkedAt;
  private @Nullable ContentHash pinned;
  private boolean isClosed;

  ContentWriting(Path file, Shelves shelves, StoreSpace space) throws IOException {
    this.file = file;
    this.shelves = shelves;
    this.space = space;
    this.channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  /**
   * Takes the next bytes.
   *
   * @throws StorageFullException when there is no room for them
   */
  public void write(byte[] from, int offset, int length) throws IOException {
    if (bytes - checkedAt >= BETWEEN_CHECKS) {
      space.check(shelves.bytes());
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
      var shelf = shelves.of(hash);
      shelf.keep(file, hash, bytes);
      pinned = hash;
      space.gone(bytes);
      return new Kept(hash, bytes, shelf.place(hash));
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
      shelves.of(pinned).unpin(pinned);
    }
  }
}
