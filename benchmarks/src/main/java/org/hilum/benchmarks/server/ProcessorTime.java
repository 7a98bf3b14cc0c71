package org.hilum.benchmarks.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;

/** Seconds of processor that server, database and this sender have used so far. */
record ProcessorTime(double server, double database, double sender) {

  static ProcessorTime now(ServerProcess server, Path data) throws IOException {
    var postmaster =
        Long.parseLong(
            Files.readAllLines(data.resolve("database/data/postmaster.pid")).getFirst().strip());
    return new ProcessorTime(
        seconds(ProcessHandle.of(server.pid()).stream()),
        seconds(ProcessHandle.of(postmaster).stream().flatMap(ProcessHandle::descendants)),
        seconds(Stream.of(ProcessHandle.current())));
  }

  private static double seconds(Stream<ProcessHandle> processes) {
    return processes
            .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
            .mapToLong(Duration::toMillis)
            .sum()
        / 1e3;
  }

  /** What was used since. */
  String since(ProcessorTime before) {
    return String.format(
        Locale.ROOT,
        "processor: server %.1f s, database %.1f s, sender %.1f s",
        server - before.server,
        database - before.database,
        sender - before.sender);
  }
}
