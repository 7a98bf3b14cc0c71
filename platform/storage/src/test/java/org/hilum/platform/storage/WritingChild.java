package org.hilum.platform.storage;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process of its own that writes numbers to a database, and says each once it is committed. */
final class WritingChild implements AutoCloseable {

  private final Process process;
  private final BufferedReader said;
  private long last;

  private WritingChild(Process process) {
    this.process = process;
    this.said = process.inputReader();
  }

  static WritingChild start(Path folder) throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var command =
        List.of(
            java,
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            WritingChild.class.getName(),
            folder.toString());
    var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    return new WritingChild(builder.start());
  }

  /** Waits until it has written that many. */
  void awaitNumbers(long many) throws IOException {
    while (last < many) {
      var line = said.readLine();
      if (line == null) {
        throw new IOException("the child ended");
      }
      last = Long.parseLong(line);
    }
  }

  /** Kills it, as nothing can prevent; gives the last number it said was committed. */
  long kill() throws IOException, InterruptedException {
    // The process itself would close our end of what it still had to say.
    process.toHandle().destroyForcibly();
    process.waitFor(10, TimeUnit.SECONDS);
    for (var line = said.readLine(); line != null; line = said.readLine()) {
      if (line.matches("[0-9]+")) {
        last = Math.max(last, Long.parseLong(line));
      }
    }
    return last;
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  /** The child's part. */
  public static void main(String[] arguments) throws Exception {
    try (var database = Database.open(Scratch.in(Path.of(arguments[0])));
        var connection = database.source().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("CREATE TABLE IF NOT EXISTS storage_number (number bigint)");
      for (long number = 1; number < 1_000_000; number++) {
        statement.execute("INSERT INTO storage_number VALUES (" + number + ")");
        System.out.println(number);
        System.out.flush();
      }
    }
  }
}
