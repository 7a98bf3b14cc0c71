package org.hilum.platform.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/** Reads files again, and says which are not what they were. */
final class ContentVerifier {

  private static final int BUFFER_BYTES = 256 << 10;

  private final ContentStore store;
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
  private final List<ContentHash> damaged = new ArrayList<>();
  private final List<ContentHash> missing = new ArrayList<>();
  private long files;
  private long bytes;

  ContentVerifier(ContentStore store) {
    this.store = store;
  }

  ContentVerification verify(Stream<ContentHash> hashes, LongConsumer progress) throws IOException {
    for (var hash : (Iterable<ContentHash>) hashes::iterator) {
      verify(hash);
      files++;
      progress.accept(files);
    }
    return new ContentVerification(files, bytes, damaged, missing);
  }

  private void verify(ContentHash hash) throws IOException {
    var file = store.file(hash);
    if (file.isEmpty()) {
      missing.add(hash);
    } else if (!isWhole(file.get(), hash)) {
      damaged.add(hash);
    }
  }

  private boolean isWhole(Path file, ContentHash hash) {
    try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
      var digest = ContentHash.digest();
      while (channel.read(buffer.clear()) >= 0) {
        bytes += buffer.position();
        digest.update(buffer.flip());
      }
      return ContentHash.of(digest).equals(hash);
    } catch (IOException unreadable) {
      // A disk that cannot give a file back has damaged it.
      return false;
    }
  }
}
