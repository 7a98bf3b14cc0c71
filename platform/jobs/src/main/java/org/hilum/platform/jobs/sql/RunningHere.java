package org.hilum.platform.jobs.sql;

import org.hilum.platform.jobs.Job;

/** What the queue needs to know of the attempts that go on in this process. */
public interface RunningHere {

  /** A process that does no work. */
  RunningHere NOTHING =
      new RunningHere() {
        @Override
        public void wake() {}

        @Override
        public void cancel(long id) {}

        @Override
        public void ended(Job job) {}

        @Override
        public Job asItRuns(Job job) {
          return job;
        }

        @Override
        public int abandoned() {
          return 0;
        }
      };

  /** There is something new in the queue. */
  void wake();

  /** The attempt at that job, if it goes on here, shall end. */
  void cancel(long id);

  /** The job ended, otherwise than by an attempt. */
  void ended(Job job);

  /** The job with its progress of this moment. */
  Job asItRuns(Job job);

  /** How many threads are still busy with attempts given up. */
  int abandoned();
}
