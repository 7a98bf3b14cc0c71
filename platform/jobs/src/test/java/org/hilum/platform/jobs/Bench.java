package org.hilum.platform.jobs;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.hilum.fixtures.ScratchDatabase;

/** Engines on one real database, with kinds of work that no other test has. */
final class Bench implements AutoCloseable {

  static final String TABLES = "org/hilum/platform/jobs/sql";

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  final DataSource source = ScratchDatabase.with(TABLES);
  final String kind = "test-" + UUID.randomUUID();
  private final List<JobQueue> engines = new ArrayList<>();

  /** Quick enough to wait for. */
  JobsSettings settings(int threads) {
    return new JobsSettings(
        "node-" + UUID.randomUUID(),
        threads,
        Duration.ofMillis(100),
        Duration.ofMillis(200),
        4,
        List.of(Duration.ofMillis(10), Duration.ofMillis(50)),
        2,
        Duration.ofMillis(300),
        Duration.ofSeconds(5),
        Duration.ofDays(1));
  }

  JobQueue engine(int threads) {
    return engine(settings(threads));
  }

  JobQueue engine(JobsSettings settings) {
    var engine = new JobQueue(source, settings, InstantSource.system());
    engines.add(engine);
    return engine;
  }

  JobRequest request(String subject) {
    return new JobRequest(kind, subject, kind, 0);
  }

  JobRequest request(String subject, String institution, int urgency) {
    return new JobRequest(kind, subject, institution, urgency);
  }

  /** Waits until a job is so. */
  Job await(Jobs jobs, long id, java.util.function.Predicate<Job> so) {
    try {
      await("job " + id, () -> so.test(jobs.job(id).orElseThrow()));
    } catch (AssertionError inVain) {
      throw new AssertionError(inVain.getMessage() + ": " + jobs.job(id), inVain);
    }
    return jobs.job(id).orElseThrow();
  }

  Job await(Jobs jobs, Job job, JobState state) {
    return await(jobs, job.id(), now -> now.state() == state);
  }

  void await(String what, BooleanSupplier so) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!so.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("waited in vain for " + what);
      }
      Thread.onSpinWait();
      try {
        Thread.sleep(5);
      } catch (InterruptedException interrupted) {
        throw new AssertionError(interrupted);
      }
    }
  }

  @Override
  public void close() {
    engines.forEach(JobQueue::close);
  }
}
