package org.hilum.platform.jobs;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.hilum.platform.jobs.running.Workshop;
import org.hilum.platform.jobs.sql.SqlJobs;

/**
 * The queue of work in the database, and the threads of this process that do it.
 *
 * <p>Larger urgency first. Of equal urgency institutions take turns, so that whoever sends a
 * thousand cases at once makes another wait for one of them, not for all; within an institution the
 * one that has waited longest goes first. Jobs can be asked for before it is started and after it
 * is closed; they wait.
 */
public final class JobQueue implements Jobs, AutoCloseable {

  private final SqlJobs jobs;
  private final Workshop workshop;

  public JobQueue(DataSource source, JobsSettings settings, InstantSource clock) {
    this(source, settings, clock, JobsMetrics.NONE);
  }

  /** A queue that is not started, on a database that has this leaf's tables. */
  public JobQueue(
      DataSource source, JobsSettings settings, InstantSource clock, JobsMetrics metrics) {
    jobs = new SqlJobs(source, settings, clock);
    workshop = new Workshop(source, settings, jobs, metrics, clock);
  }

  /**
   * Takes up what this node was doing when it last died, then works.
   *
   * @throws IllegalStateException when a process of the same node name is at work
   */
  public void start(List<JobWorker> workers) {
    workshop.start(workers);
  }

  /**
   * Begins nothing more, lets running attempts finish for a while, then puts what is left back into
   * the queue.
   */
  @Override
  public void close() {
    workshop.stop();
  }

  @Override
  public Job submit(JobRequest request) {
    return jobs.submit(request);
  }

  @Override
  public Optional<Job> job(long id) {
    return jobs.job(id);
  }

  @Override
  public List<JobAttempt> attempts(long id) {
    return jobs.attempts(id);
  }

  @Override
  public List<Job> jobs(JobFilter filter) {
    return jobs.jobs(filter);
  }

  @Override
  public JobsTally tally() {
    return jobs.tally();
  }

  @Override
  public Optional<Job> changeUrgency(long id, int urgency) {
    return jobs.changeUrgency(id, urgency);
  }

  @Override
  public Optional<Job> cancel(long id, String words) {
    return jobs.cancel(id, words);
  }

  @Override
  public Optional<Job> again(long id) {
    return jobs.again(id);
  }

  @Override
  public void observe(JobObserver observer) {
    jobs.observe(observer);
  }
}
