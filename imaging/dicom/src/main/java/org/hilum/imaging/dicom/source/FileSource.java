package org.hilum.imaging.dicom.source;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * Bytes of a file on disk: a small window slides over what is looked at, long values are read
 * straight into their own array, and what nobody asks for is never read.
 */
public final class FileSource implements ByteSource, Closeable {

  /** Holds the header of a single-frame CT object in one read. */
  private static final int WINDOW_BYTES = 16 * 1024;

  private final FileChannel channel;
  private final long size;
  private final byte[] window = new byte[WINDOW_BYTES];
  private long windowAt;
  private int windowLength;

  public FileSource(Path file) throws IOException {
    this.channel = FileChannel.open(file, StandardOpenOption.READ);
    this.size = channel.size();
  }

  @Override
  public boolean has(long at, long length) {
    return at >= 0 && length >= 0 && length <= size - at;
  }

  @Override
  public int octet(long at) {
    if (at < windowAt || at >= windowAt + windowLength) {
      slide(at);
    }
    return window[(int) (at - windowAt)] & 0xFF;
  }

  @Override
  public byte[] bytes(long at, int length) {
    if (length > WINDOW_BYTES) {
      var target = new byte[length];
      fill(target, length, at);
      return target;
    }
    if (at < windowAt || at + length > windowAt + windowLength) {
      slide(at);
    }
    int from = (int) (at - windowAt);
    return Arrays.copyOfRange(window, from, from + length);
  }

  @Override
  public long remaining(long at) {
    return Math.max(0, size - at);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private void slide(long at) {
    int length = (int) Math.min(WINDOW_BYTES, size - at);
    fill(window, length, at);
    windowAt = at;
    windowLength = length;
  }

  private void fill(byte[] target, int length, long at) {
    var buffer = ByteBuffer.wrap(target, 0, length);
    try {
      while (buffer.hasRemaining()) {
        if (channel.read(buffer, at + buffer.position()) < 0) {
          throw new EOFException("the file became shorter while it was read");
        }
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
