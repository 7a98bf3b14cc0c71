package org.hilum.platform.jobs;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A worker that does what a test says and notes what it was asked. */
final class Worker implements JobWorker {

  /** What is done. */
  interface Work {
    void of(Job job, JobProgress progress) throws Exception;
  }

  final List<String> begun = new CopyOnWriteArrayList<>();
  final List<Job> ended = new CopyOnWriteArrayList<>();
  private final String kind;
  private final Work work;
  private final Duration timeOut;

  Worker(String kind, Work work) {
    this(kind, Duration.ofMinutes(1), work);
  }

  Worker(String kind, Duration timeOut, Work work) {
    this.kind = kind;
    this.work = work;
    this.timeOut = timeOut;
  }

  @Override
  public String kind() {
    return kind;
  }

  @Override
  public Duration timeOut() {
    return timeOut;
  }

  @Override
  public int mostAttempts() {
    return 3;
  }

  @Override
  public void work(Job job, JobProgress progress) throws Exception {
    begun.add(job.request().subject());
    work.of(job, progress);
  }

  @Override
  public void ended(Job job) {
    ended.add(job);
  }
}
