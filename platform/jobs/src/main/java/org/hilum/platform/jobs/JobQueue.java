package org.hilum.platform.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.DeadExecutionHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.hilum.platform.jobs.run.Attempt;
import org.hilum.platform.jobs.run.Ticket;
import org.hilum.platform.jobs.sql.JobTable;
import org.hilum.platform.jobs.sql.JobTable.Begun;
import org.hilum.platform.jobs.sql.SharedConnections;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The queue of work in the database, and the threads that do it.
 *
 * <p>Larger urgency first, then the one that has waited longest: whoever sends many cases at once
 * waits behind those that came before, and nobody waits for ever, since urgency is given by people
 * and by what was found, not by how many one sends.
 */
public final class JobQueue implements Jobs, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(JobQueue.class);

  private static final String TASK = "job";
  private static final Duration WHILE_ANOTHER_RUNS = Duration.ofMillis(500);
  private static final Duration BETWEEN_NOTES = Duration.ofSeconds(1);
  private static final Duration HEARTBEAT = Duration.ofSeconds(5);
  private static final int MISSED_HEARTBEATS = 6;

  private final JobsSettings settings;
  private final InstantSource clock;
  private final JobTable table;
  private final Map<String, JobWorker> workers = new HashMap<>();
  private final Map<Long, Attempt> running = new ConcurrentHashMap<>();
  private final List<JobObserver> observers = new CopyOnWriteArrayList<>();
  private final CustomTask<Void> task;
  private final Scheduler scheduler;
  private volatile boolean isStopping;

  public JobQueue(DataSource source, JobsSettings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
    this.table = new JobTable(source);
    this.task =
        Tasks.custom(TASK, Void.class)
            .onDeadExecution(new DeadExecutionHandler.ReviveDeadExecution<>())
            .execute((instance, context) -> execute(Ticket.job(instance.getId())));
    this.scheduler =
        Scheduler.create(SharedConnections.of(source), task)
            .tableName("jobs_scheduled")
            .schedulerName(new SchedulerName.Fixed(settings.node()))
            .threads(settings.workers())
            .pollingInterval(settings.pollEvery())
            .pollUsingLockAndFetch(0.5, 1.0)
            .heartbeatInterval(HEARTBEAT)
            .missedHeartbeatsLimit(MISSED_HEARTBEATS)
            .shutdownMaxWait(settings.grace())
            .enableImmediateExecution()
            .enablePriority()
            .build();
  }

  /** Begins to work, first on what a process of this name had begun when it ended. */
  public void start(List<JobWorker> kinds) {
    kinds.forEach(worker -> workers.put(worker.kind(), worker));
    int freed = table.free(settings.node());
    if (freed > 0) {
      LOG.info("{} jobs were under way when the last process ended: they are begun again", freed);
    }
    scheduler.start();
  }

  @Override
  public Job submit(JobRequest request) {
    var submitted = table.submit(request, clock.instant(), job -> schedule(job, clock.instant()));
    scheduler.triggerCheckForDueExecutions();
    tell(submitted.job());
    return submitted.job();
  }

  private void schedule(Job job, Instant at) {
    scheduler.schedule(instance(job), at);
  }

  private TaskInstance<Void> instance(Job job) {
    return task.instanceBuilder(Ticket.of(job.id())).priority(job.request().urgency()).build();
  }

  @Override
  public Optional<Job> job(long id) {
    return table.row(id);
  }

  @Override
  public List<Job> jobs(JobFilter filter) {
    return table.jobs(filter);
  }

  @Override
  public void changeUrgency(long id, int urgency) {
    table.changeUrgency(id, urgency).ifPresent(this::tell);
  }

  @Override
  public Optional<Job> cancel(long id, String words) {
    var attempt = running.get(id);
    if (attempt != null) {
      attempt.stop(Attempt.Stop.CANCELLED, words);
      return table.row(id);
    }
    var ended = table.end(id, JobState.CANCELLED, words, clock.instant());
    ended.ifPresent(this::ended);
    return ended;
  }

  @Override
  public Optional<Job> again(long id) {
    var job = table.again(id, clock.instant(), back -> schedule(back, clock.instant()));
    job.ifPresent(this::tell);
    scheduler.triggerCheckForDueExecutions();
    return job;
  }

  @Override
  public void observe(JobObserver observer) {
    observers.add(observer);
  }

  private void tell(Job job) {
    for (var observer : observers) {
      try {
        observer.changed(job);
      } catch (RuntimeException failed) {
        LOG.warn("job {}: an observer failed", job.id(), failed);
      }
    }
  }

  private void ended(Job job) {
    var worker = workers.get(job.request().kind());
    if (worker != null) {
      worker.ended(job);
    }
    tell(job);
  }

  /** One execution of the scheduler: gone afterwards, or put off. */
  private CompletionHandler<Void> execute(long id) {
    return switch (table.begin(id, clock.instant())) {
      case Begun.Never() -> gone();
      case Begun.Later() -> putOff(clock.instant().plus(WHILE_ANOTHER_RUNS));
      case Begun.Now(var job, var deaths) -> attempt(job, deaths);
    };
  }

  private static CompletionHandler<Void> gone() {
    return (complete, operations) -> operations.remove();
  }

  private static CompletionHandler<Void> putOff(Instant until) {
    return (complete, operations) -> operations.reschedule(complete, until);
  }

  private CompletionHandler<Void> attempt(Job job, int deaths) {
    if (deaths >= settings.mostDeaths()) {
      return setAside(job, "the whole process ended " + deaths + " times while this was worked on");
    }
    var worker = workers.get(job.request().kind());
    if (worker == null) {
      return setAside(job, "nobody here does work of the kind " + job.request().kind());
    }
    tell(job);
    var attempt = new Attempt(worker, job, new Notes(job));
    running.put(job.id(), attempt);
    try {
      return after(job, worker, attempt, attempt.run(settings.grace()));
    } catch (InterruptedException stopping) {
      attempt.stop(Attempt.Stop.PROCESS_STOPS, "");
      Thread.currentThread().interrupt();
      table.takeBack(job.id(), clock.instant());
      return putOff(clock.instant());
    } finally {
      running.remove(job.id());
    }
  }

  private CompletionHandler<Void> after(
      Job job, JobWorker worker, Attempt attempt, Attempt.End end) {
    if (end.isAbandoned()) {
      LOG.warn("job {}: the attempt did not yield and was left behind", job.id());
    }
    if (end.failure().isEmpty() && !end.isAbandoned()) {
      return finish(job, JobState.DONE, "");
    }
    var stop = end.stop();
    if (stop.filter(Attempt.Stop.CANCELLED::equals).isPresent()) {
      return finish(job, JobState.CANCELLED, attempt.words());
    }
    if (stop.filter(Attempt.Stop.PROCESS_STOPS::equals).isPresent() || isStopping) {
      table.takeBack(job.id(), clock.instant()).ifPresent(this::tell);
      return putOff(clock.instant());
    }
    return failed(job, worker, words(attempt, end), isWorthRetrying(end));
  }

  private static String words(Attempt attempt, Attempt.End end) {
    if (!attempt.words().isEmpty()) {
      return attempt.words();
    }
    var failure = end.failure().orElseThrow();
    var message = failure.getMessage();
    return failure instanceof JobFailedException && message != null ? message : failure.toString();
  }

  private static boolean isWorthRetrying(Attempt.End end) {
    return !(end.failure().orElse(null) instanceof JobFailedException known)
        || known.isWorthRetrying();
  }

  private CompletionHandler<Void> failed(
      Job job, JobWorker worker, String words, boolean isWorthRetrying) {
    var now = clock.instant();
    LOG.warn("job {} attempt {} failed: {}", job.id(), job.attempts(), words);
    table.failed(job, words, now);
    if (!isWorthRetrying || job.attempts() >= worker.mostAttempts()) {
      return setAside(job, words);
    }
    var next = now.plus(settings.retryAfter(job.attempts()));
    var waiting = table.waitAgain(job.id(), words, next, now);
    waiting.ifPresent(this::tell);
    return waiting.filter(again -> again.state() == JobState.WAITING).isPresent()
        ? putOff(next)
        : gone();
  }

  private CompletionHandler<Void> setAside(Job job, String words) {
    return finish(job, JobState.SET_ASIDE, words);
  }

  private CompletionHandler<Void> finish(Job job, JobState state, String words) {
    table.end(job.id(), state, words, clock.instant()).ifPresent(this::ended);
    return gone();
  }

  /** Tells how far an attempt is, and writes it down now and then. */
  private final class Notes implements JobProgress {

    private final Job job;
    private Instant noted = Instant.EPOCH;

    Notes(Job job) {
      this.job = job;
    }

    @Override
    public synchronized void at(String step, double fraction) {
      var now = clock.instant();
      if (Duration.between(noted, now).compareTo(BETWEEN_NOTES) >= 0) {
        noted = now;
        table.progress(job.id(), step, fraction);
        table.row(job.id()).ifPresent(JobQueue.this::tell);
      }
    }
  }

  /** Begins nothing more, lets attempts end within the grace, and takes the others back. */
  @Override
  public void close() {
    isStopping = true;
    scheduler.stop();
    running.values().forEach(attempt -> attempt.stop(Attempt.Stop.PROCESS_STOPS, ""));
  }
}
