package org.hilum.platform.storage.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What of a server still runs on some data, and how it is ended: first in order, then at once.
 *
 * <p>Only processes that are proven to be PostgreSQL's own, working in that very folder, are
 * touched.
 */
record Leftovers(Path data) {

  private static final Duration IN_ORDER = Duration.ofSeconds(60);
  private static final Duration AT_ONCE = Duration.ofSeconds(10);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(5);

  void end() throws IOException {
    var postmaster = Postmaster.on(data);
    if (postmaster.isPresent()) {
      end(postmaster.get().pid());
    }
    // Without their postmaster the others end by themselves, once they are done with what they do.
    for (long pid : Postmaster.processes(data)) {
      if (!isGone(pid, AT_ONCE)) {
        kill(pid);
      }
    }
    // Whoever has the number it names now is not PostgreSQL, which would not start beside it.
    Files.deleteIfExists(data.resolve("postmaster.pid"));
  }

  private void end(long pid) throws IOException {
    boolean isGone = signalled(pid, "INT", IN_ORDER) || signalled(pid, "QUIT", AT_ONCE);
    if (!isGone) {
      kill(pid);
    }
  }

  /** INT is PostgreSQL's fast shutdown, QUIT its immediate one; Java can send neither. */
  private boolean signalled(long pid, String signal, Duration longest) throws IOException {
    ProgramRun.of(List.of("/bin/sh", "-c", "kill -" + signal + " " + pid), data, "", AT_ONCE);
    return isGone(pid, longest);
  }

  private void kill(long pid) throws IOException {
    ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    if (!isGone(pid, AT_ONCE)) {
      throw new IOException("process " + pid + " of PostgreSQL does not end");
    }
  }

  /** A process that has ended but was not yet buried by its parent counts as gone. */
  private boolean isGone(long pid, Duration longest) throws IOException {
    long until = System.nanoTime() + longest.toNanos();
    while (Postmaster.worksIn(pid, data)) {
      if (System.nanoTime() > until) {
        return false;
      }
      try {
        Thread.sleep(BETWEEN_LOOKS);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted while waiting for PostgreSQL's end", interrupted);
      }
    }
    return true;
  }
}
