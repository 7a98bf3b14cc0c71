package org.hilum.platform.jobs.running;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.hilum.platform.jobs.Job;
import org.hilum.platform.jobs.JobAttempt.Outcome;
import org.hilum.platform.jobs.JobWorker;
import org.hilum.platform.jobs.JobsMetrics;
import org.hilum.platform.jobs.JobsSettings;
import org.hilum.platform.jobs.sql.Course;
import org.hilum.platform.jobs.sql.NodeLock;
import org.hilum.platform.jobs.sql.RunningHere;
import org.hilum.platform.jobs.sql.SqlJobs;
import org.hilum.platform.jobs.sql.Upkeep;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where work is done: the scheduler with its threads, started and stopped in order. */
public final class Workshop {

  private static final Logger LOG = LoggerFactory.getLogger(Workshop.class);

  /** Kinds of work another node does are never forgotten by this one. */
  private static final Duration NEVER = Duration.ofDays(36_500);

  /** A fraction of the threads: below it more tickets are fetched, which is after every job. */
  private static final double JUST_BELOW_ALL = 0.99;

  private static final Duration LAST_WAIT = Duration.ofSeconds(5);
  private static final int PAUSE_MILLISECONDS = 10;

  private final DataSource source;
  private final JobsSettings settings;
  private final SqlJobs jobs;
  private final JobsMetrics metrics;
  private final InstantSource clock;
  private final NodeLock lock;
  private @Nullable Started started;

  /** Everything that exists only between start and stop. */
  private record Started(
      Scheduler scheduler, Performer performer, Attempts attempts, Rounds rounds, Upkeep upkeep) {}

  public Workshop(
      DataSource source,
      JobsSettings settings,
      SqlJobs jobs,
      JobsMetrics metrics,
      InstantSource clock) {
    this.source = source;
    this.settings = settings;
    this.jobs = jobs;
    this.metrics = metrics;
    this.clock = clock;
    lock = new NodeLock(source, settings.node());
  }

  /** Takes up what was left, then works. */
  public synchronized void start(List<JobWorker> list) {
    if (started != null) {
      throw new IllegalStateException("it is started");
    }
    lock.take();
    try {
      startLocked(list);
    } catch (RuntimeException failed) {
      lock.close();
      throw failed;
    }
  }

  private void startLocked(List<JobWorker> list) {
    var workers = list.stream().collect(Collectors.toMap(JobWorker::kind, Function.identity()));
    var course = new Course(source, settings, clock);
    var upkeep = new Upkeep(source, settings, course, clock);
    var attempts = new Attempts();
    var endings = new Endings(workers);
    var performer = new Performer(course, jobs, settings, metrics, attempts, endings);
    upkeep.takeUp().forEach(this::takenUp);
    upkeep.issueMissing();
    var scheduler = scheduler(tasks(workers, performer, attempts, upkeep));
    var rounds = new Rounds(upkeep, attempts, endings, workers.keySet(), lock);
    jobs.attach(new Here(scheduler, attempts, rounds));
    rounds.start();
    scheduler.start();
    started = new Started(scheduler, performer, attempts, rounds, upkeep);
  }

  private void takenUp(Job job) {
    LOG.warn("Job {} was going on when this node died: now {}", job.id(), job.state());
    jobs.tell(job);
  }

  private List<Task<?>> tasks(
      Map<String, JobWorker> workers, Performer performer, Attempts attempts, Upkeep upkeep) {
    return workers.values().stream()
        .<Task<?>>map(worker -> task(worker, performer, attempts, upkeep))
        .toList();
  }

  private Task<?> task(JobWorker worker, Performer performer, Attempts attempts, Upkeep upkeep) {
    return Tasks.custom(worker.kind(), Void.class)
        .onDeadExecution(
            (complete, operations) -> silent(id(complete.getExecution()), attempts, upkeep))
        .onFailure((complete, operations) -> upkeep.revive(id(complete.getExecution())))
        .execute(
            (instance, context) -> {
              performer.perform(Long.parseLong(instance.getId()), worker);
              return (complete, operations) -> {};
            });
  }

  private static long id(com.github.kagkarlsson.scheduler.task.Execution execution) {
    return Long.parseLong(execution.taskInstance.getId());
  }

  private void silent(long id, Attempts attempts, Upkeep upkeep) {
    var mine = attempts.of(id);
    if (mine == null) {
      upkeep.revive(id).ifPresent(jobs::tell);
    } else {
      upkeep.refresh(mine.now());
    }
  }

  private Scheduler scheduler(List<Task<?>> tasks) {
    return Scheduler.create(source, tasks)
        .tableName("jobs_scheduled")
        .schedulerName(new SchedulerName.Fixed(settings.node()))
        .threads(settings.workers())
        .pollingInterval(settings.pollEvery())
        .heartbeatInterval(settings.heartBeat())
        .missedHeartbeatsLimit(settings.missedBeats())
        // Never more tickets than free threads, so that the urgent overtake up to the last moment.
        .pollUsingLockAndFetch(JUST_BELOW_ALL, 1.0)
        .enablePriority()
        .deleteUnresolvedAfter(NEVER)
        .shutdownMaxWait(LAST_WAIT)
        .failureLogging(LogLevel.WARN, true)
        .build();
  }

  /** Begins nothing more, lets attempts finish for a while, hands back the rest. */
  public synchronized void stop() {
    var going = started;
    if (going == null) {
      return;
    }
    started = null;
    going.scheduler.pause();
    awaitNone(going.attempts, settings.graceToStop());
    going.attempts.stopAll(Outcome.HANDED_BACK);
    awaitNone(going.attempts, settings.grace().plus(LAST_WAIT));
    going.performer.giveUp();
    going.scheduler.stop();
    jobs.attach(RunningHere.NOTHING);
    going.rounds.stop();
    try {
      going.upkeep.letGo();
    } finally {
      lock.close();
    }
  }

  private static void awaitNone(Attempts attempts, Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (!attempts.isEmpty() && System.nanoTime() < deadline) {
      try {
        Thread.sleep(PAUSE_MILLISECONDS);
      } catch (InterruptedException hurried) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  /** What the queue asks of this process. */
  private record Here(Scheduler scheduler, Attempts attempts, Rounds rounds)
      implements RunningHere {

    @Override
    public void wake() {
      scheduler.triggerCheckForDueExecutions();
    }

    @Override
    public void cancel(long id) {
      attempts.stop(id, Outcome.CANCELLED);
    }

    @Override
    public void ended(Job job) {
      rounds.ended(job);
    }

    @Override
    public Job asItRuns(Job job) {
      return attempts.asItRuns(job);
    }

    @Override
    public int abandoned() {
      return attempts.abandoned();
    }
  }
}
