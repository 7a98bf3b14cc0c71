package org.hilum.platform.jobs.running;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.hilum.platform.jobs.Job;
import org.hilum.platform.jobs.JobWorker;
import org.hilum.platform.jobs.JobsMetrics;
import org.hilum.platform.jobs.JobsSettings;
import org.hilum.platform.jobs.sql.Course;
import org.hilum.platform.jobs.sql.SqlJobs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes one ticket from its beginning to its end; used by all threads of the scheduler. */
final class Performer {

  private static final Logger LOG = LoggerFactory.getLogger(Performer.class);
  private static final int PAUSE_MILLISECONDS = 1_000;

  private final Course course;
  private final SqlJobs jobs;
  private final JobsSettings settings;
  private final JobsMetrics metrics;
  private final Attempts attempts;
  private final Endings endings;
  private volatile boolean isGivingUp;

  Performer(
      Course course,
      SqlJobs jobs,
      JobsSettings settings,
      JobsMetrics metrics,
      Attempts attempts,
      Endings endings) {
    this.course = course;
    this.jobs = jobs;
    this.settings = settings;
    this.metrics = metrics;
    this.attempts = attempts;
    this.endings = endings;
  }

  /** From now on a database that does not answer is not waited for. */
  void giveUp() {
    isGivingUp = true;
  }

  void perform(long id, JobWorker worker) {
    persistently(() -> course.begin(id)).ifPresent(job -> perform(job, worker));
  }

  private void perform(Job job, JobWorker worker) {
    var attempt = new Attempt(job, worker, jobs::tell);
    attempts.add(job.id(), attempt);
    jobs.tell(job);
    long started = System.nanoTime();
    try {
      var ending = attempt.run(settings.grace());
      persistently(() -> course.end(job, ending))
          .ifPresent(
              after -> {
                attempts.remove(job.id(), attempt);
                metrics.attemptEnded(
                    after, ending.outcome(), Duration.ofNanos(System.nanoTime() - started));
                jobs.tell(after);
                endings.tell(after);
              });
    } finally {
      attempts.remove(job.id(), attempt);
    }
  }

  /** A database that is away for a while costs time, never the outcome of an attempt. */
  private <T> Optional<T> persistently(Supplier<Optional<T>> change) {
    while (true) {
      try {
        return change.get();
      } catch (RuntimeException failed) {
        if (isGivingUp) {
          throw failed;
        }
        LOG.error("The state of a job could not be written; tried again", failed);
        pause();
      }
    }
  }

  private void pause() {
    try {
      Thread.sleep(PAUSE_MILLISECONDS);
    } catch (InterruptedException stopped) {
      giveUp();
    }
  }
}
