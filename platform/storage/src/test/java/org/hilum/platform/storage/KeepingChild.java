package org.hilum.platform.storage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process of its own that keeps content by four threads, and says what is kept. */
final class KeepingChild {

  private static final int THREADS = 4;
  private static final int LARGEST = 200_000;

  private KeepingChild() {}

  /** Lets one work until it has kept that many, kills it, and gives all that it said was kept. */
  static List<ContentHash> killedAfter(int many, Path store) throws Exception {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var path = System.getProperty("java.class.path");
    var process =
        new ProcessBuilder(java, "-cp", path, KeepingChild.class.getName(), store.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    var said = new ArrayList<ContentHash>();
    try (var lines = process.inputReader()) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        if (ContentHash.isHash(line)) {
          said.add(new ContentHash(line));
        }
        if (said.size() == many) {
          process.toHandle().destroyForcibly();
        }
      }
    } finally {
      process.waitFor(10, TimeUnit.SECONDS);
    }
    return said;
  }

  /** The child's part. */
  public static void main(String[] arguments) throws IOException {
    var store = ContentStore.open(Path.of(arguments[0]));
    for (int n = 0; n < THREADS; n++) {
      int seed = n;
      Thread.ofPlatform().start(() -> keep(store, seed));
    }
  }

  private static void keep(ContentStore store, int seed) {
    var random = new java.util.Random(seed);
    while (true) {
      var bytes = new byte[random.nextInt(LARGEST)];
      random.nextBytes(bytes);
      try (var writing = store.begin()) {
        writing.write(bytes, 0, bytes.length);
        System.out.println(writing.keep().hash());
      } catch (IOException failed) {
        throw new IllegalStateException(failed);
      }
    }
  }
}
