package org.hilum.platform.jobs.running;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.hilum.platform.jobs.Job;
import org.hilum.platform.jobs.JobAttempt.Outcome;
import org.hilum.platform.jobs.sql.NodeLock;
import org.hilum.platform.jobs.sql.Upkeep;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is done every second and every minute beside the work, on one thread. */
final class Rounds {

  private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

  private static final long SECOND = 1_000;
  private static final long MINUTE = 60_000;

  /** Long enough that a worker who is being told right now is not told a second time. */
  private static final long UNTOLD_FOR = 30_000;

  private final Upkeep upkeep;
  private final Attempts attempts;
  private final Endings endings;
  private final Set<String> kinds;
  private final NodeLock lock;
  private final Map<Long, Job> written = new HashMap<>();
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("jobs-rounds").daemon(true).factory());

  Rounds(Upkeep upkeep, Attempts attempts, Endings endings, Set<String> kinds, NodeLock lock) {
    this.upkeep = upkeep;
    this.attempts = attempts;
    this.endings = endings;
    this.kinds = Set.copyOf(kinds);
    this.lock = lock;
  }

  void start() {
    thread.execute(quietly(() -> upkeep.untold(kinds, 0).forEach(endings::tell)));
    every(SECOND, this::everySecond);
    every(MINUTE, this::everyMinute);
  }

  /** A job ended otherwise than by an attempt here. */
  void ended(Job job) {
    thread.execute(quietly(() -> endings.tell(job)));
  }

  void stop() {
    thread.execute(quietly(this::everySecond));
    thread.shutdown();
    try {
      if (!thread.awaitTermination(SECOND, TimeUnit.MILLISECONDS)) {
        thread.shutdownNow();
      }
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }

  private void every(long milliseconds, Runnable round) {
    thread.scheduleWithFixedDelay(
        quietly(round), milliseconds, milliseconds, TimeUnit.MILLISECONDS);
  }

  /** A round that fails, say because the database is away, is no reason to make no more. */
  private static Runnable quietly(Runnable round) {
    return () -> {
      try {
        round.run();
      } catch (RuntimeException failed) {
        LOG.warn("A round of upkeep of the queue failed", failed);
      }
    };
  }

  private void everySecond() {
    var now = attempts.now();
    now.stream().filter(job -> !job.equals(written.get(job.id()))).forEach(this::write);
    written.keySet().retainAll(now.stream().map(Job::id).toList());
    upkeep.toCancel().forEach(id -> attempts.stop(id, Outcome.CANCELLED));
    var told = endings.takeTold();
    if (!told.isEmpty()) {
      upkeep.told(told);
    }
  }

  private void write(Job job) {
    upkeep.progress(job);
    written.put(job.id(), job);
  }

  private void everyMinute() {
    lock.keep();
    upkeep.issueMissing();
    upkeep.untold(kinds, UNTOLD_FOR).forEach(endings::tell);
    upkeep.forget();
  }
}
