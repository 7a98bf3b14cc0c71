package org.hilum.platform.jobs.running;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.hilum.platform.jobs.Job;
import org.hilum.platform.jobs.JobAttempt.Outcome;
import org.hilum.platform.jobs.JobState;
import org.jspecify.annotations.Nullable;

/** The attempts that go on in this process. */
final class Attempts {

  private final Map<Long, Attempt> going = new ConcurrentHashMap<>();
  private final Queue<Attempt> leftBehind = new ConcurrentLinkedQueue<>();

  void add(long job, Attempt attempt) {
    going.put(job, attempt);
  }

  void remove(long job, Attempt attempt) {
    if (going.remove(job, attempt) && attempt.isBusy()) {
      leftBehind.add(attempt);
    }
  }

  boolean isEmpty() {
    return going.isEmpty();
  }

  @Nullable Attempt of(long job) {
    return going.get(job);
  }

  void stop(long job, Outcome because) {
    var attempt = going.get(job);
    if (attempt != null) {
      attempt.stop(because);
    }
  }

  void stopAll(Outcome because) {
    going.values().forEach(attempt -> attempt.stop(because));
  }

  List<Job> now() {
    return going.values().stream().map(Attempt::now).toList();
  }

  Job asItRuns(Job job) {
    var attempt = going.get(job.id());
    if (attempt == null || job.state() != JobState.RUNNING) {
      return job;
    }
    var now = attempt.now();
    return now.attempts() == job.attempts() ? now : job;
  }

  /** How many given up are still busy. */
  int abandoned() {
    leftBehind.removeIf(attempt -> !attempt.isBusy());
    return leftBehind.size();
  }
}
