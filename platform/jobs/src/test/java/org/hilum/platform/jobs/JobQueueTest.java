package org.hilum.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.hilum.fixtures.ScratchDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class JobQueueTest {

  private static final DataSource TABLES = ScratchDatabase.with("org/hilum/platform/jobs/sql");
  private static final Duration LONGEST = Duration.ofSeconds(20);

  private final String kind = "kind-" + UUID.randomUUID();
  private final List<JobQueue> open = new ArrayList<>();

  /** Does what a test says. */
  private interface Deed {
    void of(Job job, JobProgress progress) throws Exception;
  }

  private record Worker(String kind, Duration timeOut, int mostAttempts, Deed deed)
      implements JobWorker {
    @Override
    public void work(Job job, JobProgress progress) throws Exception {
      deed.of(job, progress);
    }
  }

  private JobQueue queue(String node) {
    var settings =
        new JobsSettings(
            node,
            1,
            Duration.ofMillis(100),
            List.of(Duration.ofMillis(10)),
            2,
            Duration.ofMillis(200));
    var queue = new JobQueue(TABLES, settings, InstantSource.system());
    open.add(queue);
    return queue;
  }

  private JobQueue started(Deed deed) {
    var queue = queue("node-" + UUID.randomUUID());
    queue.start(List.of(worker(deed)));
    return queue;
  }

  private Worker worker(Deed deed) {
    return new Worker(kind, Duration.ofSeconds(10), 3, deed);
  }

  private JobRequest request(String subject, int urgency) {
    return new JobRequest(kind, subject, "main", urgency);
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + LONGEST.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited too long").isLessThan(end);
      Thread.sleep(5);
    }
  }

  private static void awaitState(JobQueue queue, Job job, JobState state)
      throws InterruptedException {
    await(() -> queue.job(job.id()).orElseThrow().state() == state);
  }

  @AfterEach
  void close() {
    open.forEach(JobQueue::close);
  }

  @Test
  void does_the_more_urgent_first_then_what_has_waited_longest() throws InterruptedException {
    var done = new ConcurrentLinkedQueue<String>();
    var queue = queue("node-" + UUID.randomUUID());
    queue.submit(request("routine 1", 5));
    queue.submit(request("routine 2", 5));
    queue.submit(request("emergency", 35));
    queue.submit(request("urgent", 25));
    queue.start(List.of(worker((job, progress) -> done.add(job.request().subject()))));
    await(() -> done.size() == 4);
    assertThat(done).containsExactly("emergency", "urgent", "routine 1", "routine 2");
  }

  @Test
  void makes_no_second_job_of_a_subject_that_waits_but_raises_its_urgency() {
    var queue = queue("node-" + UUID.randomUUID());
    var first = queue.submit(request("same", 5));
    var second = queue.submit(request("same", 25));
    var third = queue.submit(request("same", 15));
    assertThat(second.id()).isEqualTo(first.id()).isEqualTo(third.id());
    assertThat(third.request().urgency()).isEqualTo(25);
  }

  @Test
  void asks_once_more_while_it_runs_and_never_runs_two_of_one_subject() throws Exception {
    var running = new AtomicInteger();
    var most = new AtomicInteger();
    var begun = new CountDownLatch(1);
    var go = new CountDownLatch(1);
    var settings = JobsSettings.usual("node-" + UUID.randomUUID(), 2);
    var queue = new JobQueue(TABLES, settings, InstantSource.system());
    open.add(queue);
    queue.start(
        List.of(
            worker(
                (job, progress) -> {
                  most.accumulateAndGet(running.incrementAndGet(), Math::max);
                  begun.countDown();
                  go.await();
                  running.decrementAndGet();
                })));
    var first = queue.submit(request("same", 5));
    assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
    var second = queue.submit(request("same", 5));
    assertThat(second.id()).isNotEqualTo(first.id());
    go.countDown();
    awaitState(queue, second, JobState.DONE);
    assertThat(most).hasValue(1);
  }

  @Test
  void tries_again_with_the_reason_and_sets_aside_after_the_last_attempt() throws Exception {
    var queue =
        started(
            (job, progress) -> {
              throw new IllegalStateException("attempt " + job.attempts());
            });
    var job = queue.submit(request("bad", 5));
    awaitState(queue, job, JobState.SET_ASIDE);
    var ended = queue.job(job.id()).orElseThrow();
    assertThat(ended.attempts()).isEqualTo(3);
    assertThat(ended.words()).contains("attempt 3");
    assertThat(ended.endedAt()).isPresent();
  }

  @Test
  void sets_aside_at_once_what_cannot_be_helped_and_goes_on_with_others() throws Exception {
    var queue =
        started(
            (job, progress) -> {
              if (job.request().subject().equals("hopeless")) {
                throw new JobFailedException("no image any more", false);
              }
            });
    var hopeless = queue.submit(request("hopeless", 5));
    var good = queue.submit(request("good", 5));
    awaitState(queue, good, JobState.DONE);
    awaitState(queue, hopeless, JobState.SET_ASIDE);
    assertThat(queue.job(hopeless.id()).orElseThrow().attempts()).isEqualTo(1);
  }

  @Test
  void runs_a_job_that_was_set_aside_again_when_a_person_says_so() throws Exception {
    var isRepaired = new AtomicInteger();
    var queue =
        started(
            (job, progress) -> {
              if (isRepaired.get() == 0) {
                throw new JobFailedException("broken", false);
              }
            });
    var job = queue.submit(request("repaired", 5));
    awaitState(queue, job, JobState.SET_ASIDE);
    isRepaired.set(1);
    assertThat(queue.again(job.id())).isPresent();
    awaitState(queue, job, JobState.DONE);
  }

  @Test
  void cancels_what_waits_and_what_runs() throws Exception {
    var begun = new CountDownLatch(1);
    var queue =
        started(
            (job, progress) -> {
              begun.countDown();
              new CountDownLatch(1).await();
            });
    var runs = queue.submit(request("runs", 25));
    assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
    var waits = queue.submit(request("waits", 5));
    queue.cancel(waits.id(), "not needed");
    queue.cancel(runs.id(), "wrong patient");
    awaitState(queue, waits, JobState.CANCELLED);
    awaitState(queue, runs, JobState.CANCELLED);
    assertThat(queue.job(runs.id()).orElseThrow().words()).isEqualTo("wrong patient");
  }

  @Test
  void interrupts_what_takes_too_long_and_leaves_behind_what_does_not_yield() throws Exception {
    var stubborn = new CountDownLatch(1);
    var queue = queue("node-" + UUID.randomUUID());
    queue.start(
        List.of(
            new Worker(
                kind,
                Duration.ofMillis(100),
                1,
                (job, progress) -> {
                  if (job.request().subject().equals("stubborn")) {
                    awaitWhateverHappens(stubborn);
                  }
                })));
    var late = queue.submit(request("stubborn", 25));
    var good = queue.submit(request("good", 5));
    awaitState(queue, good, JobState.DONE);
    assertThat(queue.job(late.id()).orElseThrow())
        .satisfies(job -> assertThat(job.state()).isEqualTo(JobState.SET_ASIDE))
        .satisfies(job -> assertThat(job.words()).contains("took longer"));
    stubborn.countDown();
  }

  private static void awaitWhateverHappens(CountDownLatch end) {
    boolean isOver = false;
    while (!isOver) {
      try {
        end.await();
        isOver = true;
      } catch (InterruptedException ignored) {
        // That is what being stubborn is.
      }
    }
  }

  @Test
  void begins_again_what_ran_when_the_process_ended_and_gives_up_after_two_such_ends()
      throws Exception {
    var node = "node-" + UUID.randomUUID();
    var job = queue(node).submit(request("killer", 5));
    for (int end = 0; end < 2; end++) {
      leaveRunning(node, job);
    }
    var attempts = new AtomicInteger();
    var queue = queue(node);
    queue.start(List.of(worker((each, progress) -> attempts.incrementAndGet())));
    awaitState(queue, job, JobState.SET_ASIDE);
    assertThat(queue.job(job.id()).orElseThrow().words()).contains("process ended 2 times");
    assertThat(attempts).hasValue(0);
  }

  @Test
  void finishes_what_ran_when_the_process_ended() throws Exception {
    var node = "node-" + UUID.randomUUID();
    var job = queue(node).submit(request("interrupted", 5));
    leaveRunning(node, job);
    var queue = queue(node);
    queue.start(List.of(worker((each, progress) -> {})));
    awaitState(queue, job, JobState.DONE);
    assertThat(queue.job(job.id()).orElseThrow().attempts()).isEqualTo(2);
  }

  /** The rows as a process leaves them that is killed in the middle of an attempt. */
  private static void leaveRunning(String node, Job job) throws java.sql.SQLException {
    try (var connection = TABLES.getConnection();
        var scheduled =
            connection.prepareStatement(
                "UPDATE jobs_scheduled SET picked = true, picked_by = ?, last_heartbeat = now()"
                    + " WHERE task_instance LIKE ?");
        var table =
            connection.prepareStatement(
                "UPDATE jobs_job SET deaths = deaths + CASE state WHEN 'RUNNING' THEN 1 ELSE 0 END,"
                    + " state = 'RUNNING', attempts = attempts + 1, started_at = now()"
                    + " WHERE id = ?")) {
      scheduled.setString(1, node);
      scheduled.setString(2, job.id() + ".%");
      scheduled.executeUpdate();
      table.setLong(1, job.id());
      table.executeUpdate();
    }
  }

  @Test
  void gives_back_what_runs_when_it_closes_without_counting_the_attempt() throws Exception {
    var begun = new CountDownLatch(1);
    var node = "node-" + UUID.randomUUID();
    var first = queue(node);
    first.start(
        List.of(
            worker(
                (job, progress) -> {
                  begun.countDown();
                  new CountDownLatch(1).await();
                })));
    var job = first.submit(request("handed over", 5));
    assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
    first.close();
    await(() -> first.job(job.id()).orElseThrow().state() == JobState.WAITING);
    var second = queue(node);
    second.start(List.of(worker((each, progress) -> {})));
    awaitState(second, job, JobState.DONE);
    assertThat(second.job(job.id()).orElseThrow().attempts()).isEqualTo(1);
  }

  @Test
  void tells_observers_of_states_and_progress_whatever_another_observer_does() throws Exception {
    var states = new ConcurrentLinkedQueue<JobState>();
    var steps = new ConcurrentLinkedQueue<String>();
    var queue = queue("node-" + UUID.randomUUID());
    queue.observe(
        job -> {
          throw new IllegalStateException("a bad observer");
        });
    queue.observe(
        job -> {
          states.add(job.state());
          steps.add(job.step());
        });
    queue.start(List.of(worker((job, progress) -> progress.at("half", 0.5))));
    var job = queue.submit(request("watched", 5));
    awaitState(queue, job, JobState.DONE);
    await(() -> states.contains(JobState.DONE));
    assertThat(states).contains(JobState.WAITING, JobState.RUNNING, JobState.DONE);
    assertThat(steps).contains("half");
  }

  @Test
  void lists_what_will_be_begun_first_and_ended_jobs_last() {
    var queue = queue("node-" + UUID.randomUUID());
    var late = queue.submit(request("late", 5));
    var soon = queue.submit(request("soon", 25));
    var ended = queue.submit(request("ended", 35));
    queue.cancel(ended.id(), "");
    var filter = new JobFilter(Set.of(kind), Set.of("main"), Set.of(), 10);
    assertThat(queue.jobs(filter))
        .extracting(Job::id)
        .containsExactly(soon.id(), late.id(), ended.id());
    queue.changeUrgency(late.id(), 30);
    assertThat(queue.jobs(filter)).extracting(Job::id).startsWith(late.id(), soon.id());
  }
}
