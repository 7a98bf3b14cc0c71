package org.hilum.platform.storage.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.hilum.platform.storage.DatabaseTroubleException;

/**
 * What a program answered.
 *
 * @param output standard output and error together
 */
record ProgramRun(int exitStatus, String output) {

  private static final Set<String> KEPT_SURROUNDINGS = Set.of("PATH", "HOME", "TMPDIR");

  /** Runs a program to its end in a folder, giving it those lines. */
  static ProgramRun of(List<String> command, Path folder, String input, Duration longest)
      throws IOException {
    var said = Files.createTempFile("hilum-postgres", ".txt");
    try {
      var process = started(command, folder, said);
      try (var in = process.outputWriter(StandardCharsets.UTF_8)) {
        in.write(input);
      } catch (IOException endedEarly) {
        // What it says about that is in its output.
      }
      return new ProgramRun(
          ended(process, command, longest), Files.readString(said, StandardCharsets.UTF_8));
    } finally {
      Files.delete(said);
    }
  }

  private static Process started(List<String> command, Path folder, Path said) throws IOException {
    var builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile());
    // PGDATA, PGPORT, LD_LIBRARY_PATH and their like are for other servers.
    builder.environment().keySet().retainAll(KEPT_SURROUNDINGS);
    builder.environment().put("LC_ALL", "C");
    return builder.start();
  }

  private static int ended(Process process, List<String> command, Duration longest)
      throws IOException {
    try {
      if (process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS)) {
        return process.exitValue();
      }
      process.destroyForcibly();
      throw new DatabaseTroubleException(
          "PostgreSQL's " + command + " did not end within " + longest.toSeconds() + " s.");
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for PostgreSQL", interrupted);
    }
  }

  boolean isDone() {
    return exitStatus == 0;
  }
}
