package org.hilum.platform.storage.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A PostgreSQL server that runs.
 *
 * @param port where it listens
 * @param ready whether it takes connections
 */
record Postmaster(long pid, int port, boolean ready) {

  private static final int PORT_LINE = 3;
  private static final int STATE_LINE = 7;

  /** The server that runs on a data folder, if one does: what the file says is not believed. */
  static Optional<Postmaster> on(Path data) throws IOException {
    List<String> lines;
    try {
      lines = Files.readAllLines(data.resolve("postmaster.pid"));
    } catch (NoSuchFileException none) {
      return Optional.empty();
    }
    if (lines.isEmpty() || !isNumber(lines.getFirst())) {
      return Optional.empty();
    }
    long pid = Long.parseLong(lines.getFirst().strip());
    if (!worksIn(pid, data)) {
      return Optional.empty();
    }
    boolean listens = lines.size() > PORT_LINE && isNumber(lines.get(PORT_LINE));
    int port = listens ? Integer.parseInt(lines.get(PORT_LINE).strip()) : 0;
    boolean ready = lines.size() > STATE_LINE && lines.get(STATE_LINE).strip().equals("ready");
    return Optional.of(new Postmaster(pid, port, ready));
  }

  private static boolean isNumber(String line) {
    return line.strip().matches("[1-9][0-9]{0,9}");
  }

  /** PostgreSQL's processes work in their data folder; a number used again is someone else's. */
  static boolean worksIn(long pid, Path data) {
    var process = Path.of("/proc", Long.toString(pid));
    try {
      return Files.isSameFile(process.resolve("cwd"), data)
          && Files.readSymbolicLink(process.resolve("exe"))
              .getFileName()
              .toString()
              .startsWith("postgres");
    } catch (IOException goneOrNotOurs) {
      return false;
    }
  }

  /** Every process of PostgreSQL that works in a data folder, also those without a postmaster. */
  static List<Long> processes(Path data) {
    try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
      return all.map(ProcessHandle::pid).filter(pid -> worksIn(pid, data)).toList();
    }
  }
}
