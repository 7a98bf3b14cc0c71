package org.hilum.platform.jobs;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.hilum.platform.storage.Database;
import org.hilum.platform.storage.DatabasePlace;
import org.postgresql.ds.PGSimpleDataSource;

/** A process that works on the queue and may be killed. */
final class ChildProcess implements AutoCloseable {

  private static final String PASSWORD = "HILUM_TEST_PASSWORD";

  private final Process process;
  private final BufferedReader output;

  private ChildProcess(Process process) {
    this.process = process;
    output = process.inputReader(StandardCharsets.UTF_8);
  }

  static ChildProcess start(PGSimpleDataSource source, String node, String kind)
      throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var command =
        List.of(
            java,
            "-Xmx128m",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            ChildProcess.class.getName(),
            source.getURL(),
            String.valueOf(source.getUser()),
            node,
            kind);
    var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().put(PASSWORD, String.valueOf(source.getPassword()));
    return new ChildProcess(builder.start());
  }

  /** Waits until it says that line. */
  void awaitLine(String line) throws IOException {
    for (var said = output.readLine(); said != null; said = output.readLine()) {
      if (said.equals(line)) {
        return;
      }
    }
    throw new AssertionError("it ended without saying " + line);
  }

  /** Waits until it dies of itself. */
  int awaitDeath() throws InterruptedException {
    return process.waitFor();
  }

  /** kill -9. */
  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }

  /**
   * What the child does: sleeps over "slow" jobs, takes a second for "steady" ones, dies of
   * "poison", is quick with others.
   */
  public static void main(String[] arguments) throws Exception {
    var place = new DatabasePlace.External(arguments[0], arguments[1], System.getenv(PASSWORD));
    try (var database = Database.open(place);
        var engine =
            new JobQueue(database.source(), settings(arguments[2]), InstantSource.system())) {
      engine.start(List.of(new Worker(arguments[3], (job, progress) -> work(job))));
      System.out.println("started");
      new CountDownLatch(1).await();
    }
  }

  static JobsSettings settings(String node) {
    return new JobsSettings(
        node,
        2,
        Duration.ofMillis(100),
        Duration.ofMillis(200),
        4,
        List.of(Duration.ofMillis(10)),
        2,
        Duration.ofMillis(300),
        Duration.ofSeconds(5),
        Duration.ofDays(1));
  }

  private static void work(Job job) throws InterruptedException {
    var subject = job.request().subject();
    System.out.println("begun " + subject);
    if (subject.startsWith("slow")) {
      Thread.sleep(60_000);
    } else if (subject.startsWith("steady")) {
      Thread.sleep(1_000);
    } else if (subject.startsWith("poison")) {
      Thread.sleep(200);
      Runtime.getRuntime().halt(137);
    } else {
      Thread.sleep(20);
    }
  }
}
