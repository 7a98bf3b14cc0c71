package org.hilum.imaging.intake.arrival;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * How much memory the list of entries of a zip archive takes, before anything is allocated for it.
 *
 * <p>Source: PKWARE's application note, 4.3.14 to 4.3.16. Where several ends of the directory could
 * be meant, the largest is told.
 *
 * @param bytes length of the central directory; 0 when none is found
 */
record ZipDirectory(long bytes) {

  private static final int END = 0x06054b50;
  private static final int END_BYTES = 22;
  private static final int END_64 = 0x06064b50;
  private static final int LOCATOR_64 = 0x07064b50;
  private static final int LOCATOR_BYTES = 20;
  private static final long IN_64 = 0xFFFFFFFFL;
  private static final int LONGEST_COMMENT = 0xFFFF;

  static ZipDirectory of(Path file) throws IOException {
    try (var channel = FileChannel.open(file)) {
      long from = Math.max(0, channel.size() - END_BYTES - LONGEST_COMMENT - LOCATOR_BYTES);
      var tail = read(channel, from, (int) (channel.size() - from));
      long largest = 0;
      for (int at = 0; at <= tail.limit() - END_BYTES; at++) {
        if (tail.getInt(at) == END) {
          largest = Math.max(largest, bytes(channel, tail, at));
        }
      }
      return new ZipDirectory(largest);
    }
  }

  private static long bytes(FileChannel channel, ByteBuffer tail, int end) throws IOException {
    int locator = end - LOCATOR_BYTES;
    long plain = tail.getInt(end + 12) & IN_64;
    if (locator < 0 || tail.getInt(locator) != LOCATOR_64) {
      return plain;
    }
    var end64 = read(channel, Math.max(0, tail.getLong(locator + 8)), 56);
    boolean is64 = end64.limit() == 56 && end64.getInt(0) == END_64;
    long large = is64 ? end64.getLong(40) : 0;
    return Math.max(plain == IN_64 ? 0 : plain, large < 0 ? Long.MAX_VALUE : large);
  }

  private static ByteBuffer read(FileChannel channel, long from, int length) throws IOException {
    var buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, from + buffer.position()) < 0) {
        break;
      }
    }
    return buffer.flip();
  }
}
