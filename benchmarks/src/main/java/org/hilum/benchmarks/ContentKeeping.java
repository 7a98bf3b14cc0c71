package org.hilum.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.hilum.platform.storage.ContentStore;

/**
 * How long the content store needs to make files of a slice's size safe on disk, by one thread and
 * by four.
 *
 * <p>Arguments: a folder to work in, on the disk to be measured; how many rounds. The first round
 * warms the virtual machine up.
 */
public final class ContentKeeping {

  private static final int FILES = 300;

  /** A slice of 512 x 512 of two bytes is 0.5 MB. */
  private static final int BYTES = 512 * 512 * 2;

  /** The network hands bytes over in pieces of about this size. */
  private static final int PIECE = 64 << 10;

  private ContentKeeping() {}

  /** See the class. */
  public static void main(String[] arguments)
      throws IOException, InterruptedException, ExecutionException {
    var work = Path.of(arguments[0]);
    int rounds = Integer.parseInt(arguments[1]);
    for (int round = 1; round <= rounds; round++) {
      for (int threads : new int[] {1, 4}) {
        measure(work, round, threads);
      }
    }
  }

  private static void measure(Path work, int round, int threads)
      throws IOException, InterruptedException, ExecutionException {
    var store = ContentStore.open(work);
    while (!store.usage().isCounted()) {
      Thread.onSpinWait();
    }
    var files = new ArrayList<Callable<ContentStore.Kept>>();
    for (int n = 0; n < FILES; n++) {
      var bytes = drawn(round * 1000L * threads + n);
      files.add(() -> keep(store, bytes));
    }
    long began = System.nanoTime();
    try (var workers = Executors.newFixedThreadPool(threads)) {
      for (var done : workers.invokeAll(files)) {
        done.get();
      }
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "round %d, %d at once: %d files of 0.5 MB in %.3f s, %.0f files/s, %.2f ms each%n",
        round,
        threads,
        FILES,
        seconds,
        FILES / seconds,
        seconds * 1000 * threads / FILES);
    clear(work);
  }

  private static byte[] drawn(long seed) {
    var bytes = new byte[BYTES];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  private static ContentStore.Kept keep(ContentStore store, byte[] bytes) throws IOException {
    try (var writing = store.begin()) {
      for (int at = 0; at < bytes.length; at += PIECE) {
        writing.write(bytes, at, Math.min(PIECE, bytes.length - at));
      }
      return writing.keep();
    }
  }

  private static void clear(Path work) throws IOException {
    try (var files = Files.walk(work)) {
      List<Path> all = files.sorted(Comparator.reverseOrder()).toList();
      for (var file : all) {
        Files.delete(file);
      }
    }
  }
}
