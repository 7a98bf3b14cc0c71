package org.hilum.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicInteger;
import org.hilum.imaging.dicom.DimseStatus;
import org.hilum.imaging.dicom.ReceivedObject;
import org.hilum.imaging.dicom.StoredObjectSink;

/** Writes each received object to a file of its own, forced to the disk or not. */
final class FolderSink implements StoredObjectSink {

  private final Path folder;
  private final boolean forced;
  private final AtomicInteger begun = new AtomicInteger();
  private final AtomicInteger kept = new AtomicInteger();

  FolderSink(Path folder, boolean forced) {
    this.folder = folder;
    this.forced = forced;
  }

  /** Whole objects so far. */
  int kept() {
    return kept.get();
  }

  private Path file(int number) {
    return folder.resolve("received-" + number + ".dcm");
  }

  @Override
  public Reception begin(ReceivedObject object) throws IOException {
    var file = file(begun.incrementAndGet());
    var out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    return new FileReception(file, out);
  }

  /** One file. */
  private final class FileReception implements Reception {

    private final Path file;
    private final FileChannel out;

    FileReception(Path file, FileChannel out) {
      this.file = file;
      this.out = out;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      for (var left = ByteBuffer.wrap(bytes, offset, length); left.hasRemaining(); ) {
        out.write(left);
      }
    }

    @Override
    public DimseStatus finish() throws IOException {
      if (forced) {
        out.force(true);
      }
      out.close();
      kept.incrementAndGet();
      return DimseStatus.SUCCESS;
    }

    @Override
    public void drop() {
      try {
        out.close();
        Files.delete(file);
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }
  }

  /** Deletes what was kept. */
  void clear() throws IOException {
    for (int number = 1; number <= begun.get(); number++) {
      Files.deleteIfExists(file(number));
    }
  }
}
