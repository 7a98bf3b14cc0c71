package org.hilum.imaging.intake.upload;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.hilum.imaging.intake.IntakeReason;
import org.jspecify.annotations.Nullable;

/**
 * What has come of one file so far; its length on disk is the truth.
 *
 * <p>Whoever begins where it ends is the one who goes on: a connection that hangs holds nobody up,
 * and two senders cannot mix their bytes.
 */
final class PartialFile {

  private final Path path;
  private final long bytes;
  private final Lock judging = new ReentrantLock();
  private @Nullable Writer writer;
  private boolean isClosed;

  PartialFile(Path path, long bytes) {
    this.path = path;
    this.bytes = bytes;
  }

  Path path() {
    return path;
  }

  synchronized long length() throws IOException {
    return Files.exists(path) ? Files.size(path) : 0;
  }

  boolean isWhole() throws IOException {
    return length() == bytes;
  }

  synchronized boolean isClosed() {
    return isClosed;
  }

  /** Goes on at an offset, which must be where it ends. */
  synchronized Writer goOn(long offset) throws IOException, UploadRefusal {
    refuseWhenClosed();
    long here = length();
    if (offset != here) {
      throw UploadRefusal.goOnFrom(
          here, IntakeReason.OFFSET_WRONG, here + " bytes are here: go on from there");
    }
    Files.createDirectories(path.toAbsolutePath().getParent());
    var channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    writer = new Writer(channel, here);
    return writer;
  }

  private void refuseWhenClosed() throws UploadRefusal {
    if (isClosed) {
      throw UploadRefusal.of(IntakeReason.UPLOAD_ENDED, "the upload has ended: begin a new one");
    }
  }

  /** Held while it is judged: by one at a time. */
  Lock judging() {
    return judging;
  }

  /** Begins again: nothing of it is here. */
  synchronized void discard() throws IOException {
    writer = null;
    Files.deleteIfExists(path);
  }

  /** Nothing more of it is taken. */
  synchronized void close() {
    isClosed = true;
  }

  /** One connection that brings bytes. */
  final class Writer implements Closeable {

    private final FileChannel channel;
    private long at;

    private Writer(FileChannel channel, long at) {
      this.channel = channel;
      this.at = at;
    }

    void write(byte[] from, int length) throws IOException, UploadRefusal {
      synchronized (PartialFile.this) {
        refuseWhenClosed();
        if (writer != this) {
          throw UploadRefusal.of(
              IntakeReason.SENT_BY_ANOTHER,
              "another connection goes on sending this file: let it finish");
        }
        if (at + length > bytes) {
          throw UploadRefusal.of(
              IntakeReason.SIZE_DISAGREES,
              "the file is longer than was announced, so it changed while it was sent: send it"
                  + " again in a new upload");
        }
        var buffer = ByteBuffer.wrap(from, 0, length);
        while (buffer.hasRemaining()) {
          at += channel.write(buffer, at);
        }
      }
    }

    /** What was told to be here must be here after a power failure; a whole file is kept next. */
    @Override
    public void close() throws IOException {
      try (channel) {
        if (at < bytes) {
          channel.force(true);
        }
      }
    }
  }
}
