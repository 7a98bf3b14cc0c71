package org.hilum.server.hospital;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.hilum.imaging.archive.Upkeep;
import org.hilum.imaging.worklist.CaseFlow;
import org.hilum.imaging.worklist.Worklist;
import org.hilum.platform.access.Institutions;
import org.hilum.platform.access.Institutions.Institution;
import org.hilum.platform.storage.ContentSweep;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does by the clock what nobody asks for: takes up cases that were left lying, each minute; lets
 * old studies go and sweeps up files, each day, in small steps beside the work.
 */
final class Housekeeping implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
  private static final Duration AFTER_TROUBLE = Duration.ofMinutes(10);

  /** Longest that closing waits for a step: what it leaves is taken up at the next start. */
  private static final Duration LAST_STEP = Duration.ofSeconds(20);

  /**
   * How often.
   *
   * @param minute between two looks for cases that were left lying, and before all else begins
   * @param step between two steps of a round
   * @param round between two rounds
   */
  record Pace(Duration minute, Duration step, Duration round) {
    static final Pace USUAL =
        new Pace(Duration.ofMinutes(1), Duration.ofSeconds(1), Duration.ofDays(1));
  }

  private final CaseFlow flow;
  private final Runnable reports;
  private final Retirement retirement;
  private final Institutions institutions;
  private final InstantSource clock;
  private final Pace pace;
  private final Chore retiring;
  private final List<Chore> sweeping;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> Thread.ofPlatform().name("housekeeping").daemon().unstarted(task));

  /**
   * The chores.
   *
   * @param reports takes up what was signed and is not written
   */
  Housekeeping(
      CaseFlow flow,
      Runnable reports,
      Retirement retirement,
      Upkeep upkeep,
      Worklist worklist,
      Institutions institutions,
      InstantSource clock,
      Pace pace) {
    this.flow = flow;
    this.reports = reports;
    this.retirement = retirement;
    this.institutions = institutions;
    this.clock = clock;
    this.pace = pace;
    this.retiring = new Chore("retiring studies", retirement::step);
    this.sweeping =
        List.of(
            new Chore("sweeping up images", () -> isRound("images", upkeep.sweep())),
            new Chore("sweeping up results", () -> isRound("results", worklist.sweep())));
  }

  /** A small step of something; whether it has been round. */
  @FunctionalInterface
  private interface Step {
    boolean isRound() throws IOException;
  }

  /** What is done step by step until it has been round, and then not for a day. */
  private final class Chore {
    private final String words;
    private final Step step;
    private Instant due = Instant.MIN;

    Chore(String words, Step step) {
      this.words = words;
      this.step = step;
    }

    void goOn() {
      var now = clock.instant();
      if (now.isBefore(due)) {
        return;
      }
      try {
        if (step.isRound()) {
          due = now.plus(pace.round());
        }
      } catch (IOException | RuntimeException failed) {
        LOG.warn("{}: not now, trying on", words, failed);
        due = now.plus(AFTER_TROUBLE);
      }
    }
  }

  /** Begins, a minute from now. */
  void start() {
    every(pace.minute(), () -> safely("taking up cases", flow::takeUp));
    every(pace.minute(), () -> safely("taking up reports", reports));
    timer.schedule(this::finish, pace.minute().toMillis(), TimeUnit.MILLISECONDS);
    every(pace.step(), retiring::goOn);
    sweeping.forEach(chore -> every(pace.step(), chore::goOn));
  }

  private void every(Duration pause, Runnable task) {
    timer.scheduleWithFixedDelay(
        task, pace.minute().toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void finish() {
    institutions.all().stream()
        .map(Institution::code)
        .forEach(code -> safely("retired studies", () -> retirement.finish(code)));
  }

  private static boolean isRound(String what, ContentSweep.Swept swept) {
    if (swept.removed() > 0) {
      LOG.info("swept up {} files of {} that nothing referred to", swept.removed(), what);
    }
    return swept.isRound();
  }

  private static void safely(String words, Runnable task) {
    try {
      task.run();
    } catch (RuntimeException failed) {
      LOG.warn("{}: not now, trying on", words, failed);
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
    try {
      if (!timer.awaitTermination(LAST_STEP.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn("housekeeping still works while the server closes");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
