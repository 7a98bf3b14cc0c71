package org.hilum.platform.jobs;

import java.time.Duration;

/** Does one kind of work; called by several threads at once, and again after a kill. */
public interface JobWorker {

  /** The kind of work. */
  String kind();

  /** How long one attempt may take; it is interrupted then. */
  Duration timeOut();

  /** How many attempts before the job is set aside. */
  int mostAttempts();

  /**
   * Does the work. Returning means done, whatever the work found.
   *
   * @throws JobFailedException when trying again may, or cannot, help
   * @throws Exception on any fault: tried again, then set aside
   */
  void work(Job job, JobProgress progress) throws Exception;

  /** Told once the job has come to its end, by whatever way; safe to be told twice. */
  default void ended(Job job) {}
}
