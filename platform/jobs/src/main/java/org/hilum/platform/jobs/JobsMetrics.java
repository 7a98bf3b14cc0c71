package org.hilum.platform.jobs;

import java.time.Duration;

/** Who counts attempts; called by many threads, and briefly. */
@FunctionalInterface
public interface JobsMetrics {

  /** Counts nothing. */
  JobsMetrics NONE = (job, outcome, took) -> {};

  /** An attempt of this process ended. */
  void attemptEnded(Job job, JobAttempt.Outcome outcome, Duration took);
}
