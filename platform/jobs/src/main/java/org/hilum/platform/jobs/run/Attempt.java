package org.hilum.platform.jobs.run;

import java.time.Duration;
import java.util.Optional;
import org.hilum.platform.jobs.Job;
import org.hilum.platform.jobs.JobProgress;
import org.hilum.platform.jobs.JobWorker;
import org.jspecify.annotations.Nullable;

/**
 * One attempt at a job, on a thread of its own, so that it can be interrupted, and left behind when
 * it does not yield.
 */
public final class Attempt {

  /** Why an attempt was interrupted. */
  public enum Stop {
    TIMED_OUT,
    CANCELLED,
    PROCESS_STOPS
  }

  private final JobWorker worker;
  private final Job job;
  private final JobProgress progress;
  private final Thread thread;
  private volatile @Nullable Throwable failure;
  private volatile @Nullable Stop stop;
  private volatile String words = "";

  public Attempt(JobWorker worker, Job job, JobProgress progress) {
    this.worker = worker;
    this.job = job;
    this.progress = progress;
    this.thread =
        Thread.ofPlatform()
            .name(worker.kind() + "-" + job.id())
            .daemon()
            .unstarted(this::workSafely);
  }

  private void workSafely() {
    try {
      worker.work(job, progress);
    } catch (Throwable failed) {
      // This is the edge at which whatever a study provokes ends, out of memory included.
      failure = failed;
    }
  }

  /** How it ended. */
  public record End(Optional<Throwable> failure, Optional<Stop> stop, boolean isAbandoned) {}

  /** Makes the attempt and waits for its end. */
  public End run(Duration grace) throws InterruptedException {
    thread.start();
    if (!thread.join(worker.timeOut())) {
      stop(Stop.TIMED_OUT, "took longer than " + worker.timeOut().toSeconds() + " s");
      thread.join(grace);
    }
    return new End(Optional.ofNullable(failure), Optional.ofNullable(stop), thread.isAlive());
  }

  /** Interrupts it. */
  public synchronized void stop(Stop why, String said) {
    if (stop == null) {
      stop = why;
      words = said;
      thread.interrupt();
    }
  }

  /** Why it was interrupted, in words; empty when it was not. */
  public String words() {
    return words;
  }
}
