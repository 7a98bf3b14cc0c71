package org.hilum.platform.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * A disk of some megabytes, mounted in a folder; skips the test, in words, where that cannot be.
 */
final class SmallDisk implements AutoCloseable {

  private final Path folder;

  private SmallDisk(Path folder) {
    this.folder = folder;
  }

  static SmallDisk mount(Path folder, int megabytes) throws IOException {
    Files.createDirectories(folder);
    var size = "size=" + megabytes + "m";
    Assumptions.assumeTrue(
        runs("mount", "-t", "tmpfs", "-o", size, "hilum-small-disk", folder.toString()),
        "skipped: a small disk can only be mounted by root, where mounting is allowed");
    return new SmallDisk(folder);
  }

  private static boolean runs(String... command) {
    try {
      var process = new ProcessBuilder(command).redirectErrorStream(true).start();
      return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException missing) {
      return false;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  Path folder() {
    return folder;
  }

  /** Takes all that is free but some bytes, by one file that can be deleted again. */
  Path fill(long leaving) throws IOException {
    var file = folder.resolve("filling");
    long free = Files.getFileStore(folder).getUsableSpace() - leaving;
    try (var out = Files.newOutputStream(file)) {
      var block = new byte[4096];
      for (long done = 0; done < free; done += block.length) {
        out.write(block);
      }
    } catch (IOException full) {
      // As wanted.
    }
    return file;
  }

  @Override
  public void close() {
    if (!runs("umount", folder.toString())) {
      runs("umount", "-l", folder.toString());
    }
  }
}
