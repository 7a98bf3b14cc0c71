package org.hilum.platform.jobs;

import java.util.List;
import java.util.Optional;

/** The queue of work. */
public interface Jobs {

  /**
   * Asks for work; the job, new or the one that already waits, is safe on disk on return.
   *
   * <p>Inside a transaction of the caller on the same database it is part of that transaction.
   */
  Job submit(JobRequest request);

  /** A job as it stands. */
  Optional<Job> job(long id);

  /** Each time a job was begun, in order. */
  List<JobAttempt> attempts(long id);

  /** Jobs in the order they will be begun; ended ones last, newest first. */
  List<Job> jobs(JobFilter filter);

  /** How much work there is. */
  JobsTally tally();

  /** Makes a waiting job more or less urgent; empty when it does not wait. */
  Optional<Job> changeUrgency(long id, int urgency);

  /**
   * Calls it off: a waiting one at once, a running one as soon as it can be interrupted; empty when
   * there is none or it has ended.
   *
   * @param words why, and who said so: an account id, never a name
   */
  Optional<Job> cancel(long id, String words);

  /**
   * Puts a job that was set aside or cancelled back into the queue; where another of its subject
   * already waits, that one. Empty when there is none or it did not end so.
   */
  Optional<Job> again(long id);

  /** Who is told of every change of state or progress; on the thread that made it, and briefly. */
  void observe(JobObserver observer);

  /** Is told of changes. */
  @FunctionalInterface
  interface JobObserver {
    /** A job is now like this. */
    void changed(Job job);
  }
}
