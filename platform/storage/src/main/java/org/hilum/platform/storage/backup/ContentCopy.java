package org.hilum.platform.storage.backup;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.hilum.platform.storage.ContentHash;
import org.hilum.platform.storage.ContentStore;

/** Copies files into a store, proving on the way that each is what its name says. */
public final class ContentCopy {

  private static final int PIECE = 256 << 10;

  private final ContentStore target;
  private final ByteBuffer piece = ByteBuffer.allocate(PIECE);
  private long copied;

  public ContentCopy(ContentStore target) {
    this.target = target;
  }

  /**
   * Copies a file, unless the target has it.
   *
   * @return its length in bytes; empty when it is damaged, and was not copied
   */
  public Optional<Long> copy(ContentHash hash, Path file) throws IOException {
    var there = target.file(hash);
    if (there.isPresent() && Files.size(there.get()) == Files.size(file)) {
      return Optional.of(Files.size(file));
    }
    try (var writing = target.begin();
        var channel = FileChannel.open(file, StandardOpenOption.READ)) {
      var digest = ContentHash.digest();
      while (channel.read(piece.clear()) >= 0) {
        digest.update(piece.array(), 0, piece.position());
        writing.write(piece.array(), 0, piece.position());
      }
      if (!ContentHash.of(digest).equals(hash)) {
        return Optional.empty();
      }
      copied++;
      return Optional.of(writing.keep().bytes());
    }
  }

  /** How many files were copied, and not there before. */
  public long copied() {
    return copied;
  }
}
