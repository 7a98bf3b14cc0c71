package org.hilum.platform.jobs;

import java.util.List;
import java.util.Optional;

/** The queue of work. */
public interface Jobs {

  /** Asks for work; the job, new or the one that already waits, is safe on disk on return. */
  Job submit(JobRequest request);

  /** A job as it stands. */
  Optional<Job> job(long id);

  /** Jobs in the order they will be begun; ended ones last, newest first. */
  List<Job> jobs(JobFilter filter);

  /** Makes a waiting job more or less urgent. */
  void changeUrgency(long id, int urgency);

  /** Calls it off: a waiting one at once, a running one as soon as it can be interrupted. */
  Optional<Job> cancel(long id, String words);

  /** Puts a job that was set aside or cancelled back into the queue. */
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
