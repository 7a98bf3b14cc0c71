package org.hilum.platform.storage;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Who works in a folder: one process at a time; the lock goes with the process that held it. */
public final class FolderLock implements Closeable {

  private static final int LONGEST_NUMBER = 20;

  /**
   * What this process holds. The system cannot tell: closing any file of the same name, also after
   * a second try that failed, would give up the lock without a word.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final FileChannel channel;
  private final FileLock lock;
  private boolean isClosed;

  private FolderLock(Path file, FileChannel channel, FileLock lock) {
    this.file = file;
    this.channel = channel;
    this.lock = lock;
  }

  /**
   * Takes the lock.
   *
   * @param file the lock's file, made when absent; never to be removed while someone works there
   * @throws FolderTakenException when another process, or another part of this one, holds it
   */
  public static FolderLock take(Path file) throws IOException {
    var key = file.toAbsolutePath().normalize();
    if (!HELD.add(key)) {
      throw new FolderTakenException(file, Optional.of(ProcessHandle.current().pid()));
    }
    try {
      return locked(key);
    } catch (IOException | RuntimeException failed) {
      HELD.remove(key);
      throw failed;
    }
  }

  private static FolderLock locked(Path file) throws IOException {
    var channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      var lock = channel.tryLock();
      if (lock == null) {
        throw new FolderTakenException(file, holder(file));
      }
      note(channel);
      return new FolderLock(file, channel, lock);
    } catch (OverlappingFileLockException sameFileByAnotherName) {
      throw closed(channel, new FolderTakenException(file, Optional.empty()));
    } catch (IOException failed) {
      throw closed(channel, failed);
    }
  }

  private static <E extends IOException> E closed(FileChannel channel, E why) {
    try {
      channel.close();
    } catch (IOException also) {
      why.addSuppressed(also);
    }
    return why;
  }

  private static void note(FileChannel channel) throws IOException {
    channel.truncate(0);
    var number = Long.toString(ProcessHandle.current().pid());
    channel.write(ByteBuffer.wrap(number.getBytes(StandardCharsets.US_ASCII)), 0);
  }

  private static Optional<Long> holder(Path file) throws IOException {
    if (Files.size(file) > LONGEST_NUMBER) {
      return Optional.empty();
    }
    var text = Files.readString(file).strip();
    return text.matches("[0-9]{1,18}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
  }

  @Override
  public synchronized void close() throws IOException {
    if (!isClosed) {
      isClosed = true;
      try (channel) {
        lock.release();
      } finally {
        HELD.remove(file);
      }
    }
  }
}
