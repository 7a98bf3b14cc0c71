package org.hilum.imaging.worklist;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.hilum.platform.jobs.Job;
import org.hilum.platform.jobs.JobAttempt;
import org.hilum.platform.jobs.JobFailedException;
import org.hilum.platform.jobs.JobFilter;
import org.hilum.platform.jobs.JobProgress;
import org.hilum.platform.jobs.JobRequest;
import org.hilum.platform.jobs.JobState;
import org.hilum.platform.jobs.JobWorker;
import org.hilum.platform.jobs.Jobs;
import org.hilum.platform.jobs.JobsTally;

/** A queue in memory that works when it is told to, on the thread that tells it. */
public final class PlainJobs implements Jobs {

  private final TreeMap<Long, Job> jobs = new TreeMap<>();
  private final Map<String, JobWorker> workers = new HashMap<>();
  private final List<JobObserver> observers = new ArrayList<>();

  /** Subjects in the order they were begun. */
  public final List<String> begun = new ArrayList<>();

  public void with(JobWorker worker) {
    workers.put(worker.kind(), worker);
  }

  /** Works until nothing waits. */
  public void work() {
    for (var next = next(); next.isPresent(); next = next()) {
      attempt(next.get());
    }
  }

  private Optional<Job> next() {
    return jobs(new JobFilter(Set.of(), Set.of(), waiting(), 1)).stream().findFirst();
  }

  private static Set<JobState> waiting() {
    return Set.of(JobState.WAITING);
  }

  private void attempt(Job job) {
    begun.add(job.request().kind() + " " + job.request().subject());
    var running = put(job, JobState.RUNNING, job.attempts() + 1, "");
    try {
      Objects.requireNonNull(workers.get(job.request().kind()))
          .work(
              running, (step, fraction) -> put(running, JobState.RUNNING, running.attempts(), ""));
      put(running, JobState.DONE, running.attempts(), "");
    } catch (Exception failed) {
      boolean isLast =
          running.attempts() >= 2
              || failed instanceof JobFailedException known && !known.isWorthRetrying();
      put(
          running,
          isLast ? JobState.SET_ASIDE : JobState.WAITING,
          running.attempts(),
          String.valueOf(failed.getMessage()));
    }
  }

  /** What a queue would say of a job. */
  public Job put(Job job, JobState state, int attempts, String words) {
    var now = like(job, state, attempts, words);
    jobs.put(now.id(), now);
    observers.forEach(observer -> observer.changed(now));
    return now;
  }

  /** A job as it would be then. */
  public static Job like(Job job, JobState state, int attempts, String words) {
    return new Job(
        job.id(),
        job.request(),
        state,
        attempts,
        state == JobState.RUNNING ? 0.5 : 0,
        state == JobState.RUNNING ? "segmentation" : "",
        words,
        job.createdAt(),
        job.notBefore(),
        Optional.empty(),
        state.isEnd() ? Optional.of(Instant.EPOCH) : Optional.empty());
  }

  /** Loses everything, as a database would that was put back to an earlier day. */
  public void lose() {
    jobs.clear();
  }

  /** A job ends while nobody listens. */
  public void endUnheard(long id, JobState state, String words) {
    var told = List.copyOf(observers);
    observers.clear();
    put(job(id).orElseThrow(), state, 1, words);
    observers.addAll(told);
  }

  @Override
  public Job submit(JobRequest request) {
    var same =
        jobs.values().stream()
            .filter(job -> job.state() == JobState.WAITING)
            .filter(job -> job.request().kind().equals(request.kind()))
            .filter(job -> job.request().subject().equals(request.subject()))
            .findFirst();
    if (same.isPresent()) {
      return same.get();
    }
    var job =
        new Job(
            jobs.isEmpty() ? 1 : jobs.lastKey() + 1,
            request,
            JobState.WAITING,
            0,
            0,
            "",
            "",
            Instant.EPOCH,
            Instant.EPOCH,
            Optional.empty(),
            Optional.empty());
    return put(job, JobState.WAITING, 0, "");
  }

  @Override
  public Optional<Job> job(long id) {
    return Optional.ofNullable(jobs.get(id));
  }

  @Override
  public List<Job> jobs(JobFilter filter) {
    return jobs.values().stream()
        .filter(job -> filter.kinds().isEmpty() || filter.kinds().contains(job.request().kind()))
        .filter(job -> filter.states().isEmpty() || filter.states().contains(job.state()))
        .sorted(Comparator.comparing((Job job) -> -job.request().urgency()).thenComparing(Job::id))
        .limit(filter.most())
        .toList();
  }

  @Override
  public Optional<Job> changeUrgency(long id, int urgency) {
    var job = job(id).orElseThrow();
    if (job.state() != JobState.WAITING) {
      return Optional.empty();
    } else {
      var of = job.request();
      var request = new JobRequest(of.kind(), of.subject(), of.institution(), urgency);
      jobs.put(
          id,
          new Job(
              id,
              request,
              job.state(),
              job.attempts(),
              0,
              "",
              "",
              job.createdAt(),
              job.notBefore(),
              Optional.empty(),
              Optional.empty()));
      return job(id);
    }
  }

  @Override
  public List<JobAttempt> attempts(long id) {
    return List.of();
  }

  @Override
  public JobsTally tally() {
    return new JobsTally(Map.of(), Optional.empty(), 0);
  }

  @Override
  public Optional<Job> cancel(long id, String words) {
    return job(id)
        .filter(job -> !job.state().isEnd())
        .map(job -> put(job, JobState.CANCELLED, job.attempts(), words));
  }

  @Override
  public Optional<Job> again(long id) {
    return job(id)
        .filter(job -> job.state() == JobState.SET_ASIDE || job.state() == JobState.CANCELLED)
        .map(job -> put(job, JobState.WAITING, 0, ""));
  }

  @Override
  public void observe(JobObserver observer) {
    observers.add(observer);
  }

  /** Progress that nobody wants. */
  public static final JobProgress UNTOLD = (step, fraction) -> {};
}
