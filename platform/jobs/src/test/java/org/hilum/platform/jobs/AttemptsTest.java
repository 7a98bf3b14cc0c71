package org.hilum.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What becomes of attempts that fail, last too long, are called off or are cut short. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AttemptsTest {

  private final Bench bench = new Bench();

  @AfterEach
  void stop() {
    bench.close();
  }

  private Jobs start(int threads, Worker worker) {
    var engine = bench.engine(threads);
    engine.start(List.of(worker));
    return engine;
  }

  @Test
  void a_failed_attempt_is_made_again_and_its_reason_kept() {
    var tries = new AtomicInteger();
    var worker =
        new Worker(
            bench.kind,
            (job, progress) -> {
              if (tries.incrementAndGet() < 3) {
                throw new JobFailedException("the disk is busy, try " + tries, true);
              }
            });
    var jobs = start(1, worker);
    var job = bench.await(jobs, jobs.submit(bench.request("a")), JobState.DONE);
    assertThat(job.attempts()).isEqualTo(3);
    assertThat(job.words()).isEmpty();
    assertThat(jobs.attempts(job.id()))
        .extracting(JobAttempt::words)
        .containsExactly("the disk is busy, try 1", "the disk is busy, try 2", "");
  }

  @Test
  void the_wait_between_attempts_grows_as_the_settings_say() {
    var settings = JobsSettings.usual("n", 1);
    assertThat(java.util.stream.IntStream.of(1, 2, 3, 4, 5, 99).mapToObj(settings::retryAfter))
        .containsExactly(
            Duration.ofSeconds(1),
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofMinutes(10));
  }

  @Test
  void one_that_fails_too_often_is_set_aside_and_can_be_put_back() {
    var isBroken = new java.util.concurrent.atomic.AtomicBoolean(true);
    var worker =
        new Worker(
            bench.kind,
            (job, progress) -> {
              if (isBroken.get()) {
                throw new IllegalStateException("no such \0 network");
              }
            });
    var jobs = start(1, worker);
    var job = bench.await(jobs, jobs.submit(bench.request("a")), JobState.SET_ASIDE);
    assertThat(job.attempts()).isEqualTo(3);
    assertThat(job.words()).contains("no such").contains("IllegalStateException");
    isBroken.set(false);
    assertThat(jobs.again(job.id())).isPresent();
    assertThat(bench.await(jobs, job, JobState.DONE).attempts()).isEqualTo(4);
    assertThat(jobs.again(job.id())).isEmpty();
    bench.await("both ends told", () -> worker.ended.size() == 2);
  }

  @Test
  void one_whose_worker_says_it_is_beyond_repair_is_set_aside_at_once() {
    var jobs =
        start(
            1,
            new Worker(
                bench.kind,
                (job, progress) -> {
                  throw new JobFailedException("the series is gone", false);
                }));
    var job = bench.await(jobs, jobs.submit(bench.request("a")), JobState.SET_ASIDE);
    assertThat(job.attempts()).isEqualTo(1);
    assertThat(job.words()).isEqualTo("the series is gone");
  }

  @Test
  void one_that_exhausts_its_stack_fails_alone() {
    var jobs = start(1, new Worker(bench.kind, (job, progress) -> deeper(job.attempts())));
    var job = bench.await(jobs, jobs.submit(bench.request("a")), JobState.SET_ASIDE);
    assertThat(job.words()).contains("StackOverflowError");
  }

  @SuppressWarnings("InfiniteRecursion")
  private static int deeper(int depth) {
    return deeper(depth + 1) + 1;
  }

  @Test
  void a_waiting_one_is_cancelled_at_once() {
    var engine = bench.engine(1);
    var jobs = engine;
    var job = jobs.submit(bench.request("a"));
    var cancelled = jobs.cancel(job.id(), "account-1: sent by mistake").orElseThrow();
    assertThat(cancelled.state()).isEqualTo(JobState.CANCELLED);
    assertThat(cancelled.words()).isEqualTo("account-1: sent by mistake");
    var worker = new Worker(bench.kind, (other, progress) -> {});
    engine.start(List.of(worker));
    bench.await("its worker told", () -> worker.ended.size() == 1);
    assertThat(worker.begun).isEmpty();
    assertThat(jobs.cancel(job.id(), "again")).isEmpty();
  }

  @Test
  void a_running_one_is_cancelled_by_interruption() {
    var worker = new Worker(bench.kind, (job, progress) -> Thread.sleep(60_000));
    var jobs = start(1, worker);
    var job = bench.await(jobs, jobs.submit(bench.request("a")), JobState.RUNNING);
    assertThat(jobs.cancel(job.id(), "account-1: not needed")).isPresent();
    var cancelled = bench.await(jobs, job, JobState.CANCELLED);
    assertThat(cancelled.words()).isEqualTo("account-1: not needed");
    assertThat(jobs.attempts(job.id()))
        .extracting(a -> a.outcome().orElseThrow())
        .containsExactly(JobAttempt.Outcome.CANCELLED);
    bench.await("its worker told", () -> worker.ended.size() == 1);
  }

  @Test
  void a_running_one_is_cancelled_from_another_node() {
    var jobs = start(1, new Worker(bench.kind, (job, progress) -> Thread.sleep(60_000)));
    var job = bench.await(jobs, jobs.submit(bench.request("a")), JobState.RUNNING);
    bench.engine(1).cancel(job.id(), "from elsewhere");
    assertThat(bench.await(jobs, job, JobState.CANCELLED).words()).isEqualTo("from elsewhere");
  }

  @Test
  void one_that_swallows_interruptions_but_reports_progress_stops_there() {
    var jobs =
        start(
            1,
            new Worker(
                bench.kind,
                (job, progress) -> {
                  while (true) {
                    try {
                      Thread.sleep(20);
                    } catch (InterruptedException swallowed) {
                      progress.at("tidying", 0.5);
                    }
                    progress.at("working", 0.5);
                  }
                }));
    var job = bench.await(jobs, jobs.submit(bench.request("a")), JobState.RUNNING);
    jobs.cancel(job.id(), "stop");
    bench.await(jobs, job, JobState.CANCELLED);
    assertThat(jobs.tally().abandoned()).isZero();
  }

  @Test
  void a_stubborn_one_over_its_time_is_left_behind_and_others_go_on() throws Exception {
    var release = new CountDownLatch(1);
    var worker =
        new Worker(
            bench.kind,
            Duration.ofMillis(150),
            (job, progress) -> {
              if (job.request().subject().equals("stubborn") && job.attempts() == 1) {
                while (release.getCount() > 0) {
                  Thread.onSpinWait();
                }
              }
            });
    var jobs = start(1, worker);
    var stubborn = jobs.submit(bench.request("stubborn"));
    var other = jobs.submit(bench.request("other"));
    bench.await(jobs, other, JobState.DONE);
    bench.await(jobs, stubborn, JobState.DONE);
    assertThat(jobs.attempts(stubborn.id()).getFirst())
        .satisfies(
            attempt -> {
              assertThat(attempt.outcome()).contains(JobAttempt.Outcome.TIMED_OUT);
              assertThat(attempt.words()).contains("longer than 0.15 s").contains("was left");
            });
    assertThat(jobs.tally().abandoned()).isEqualTo(1);
    release.countDown();
    bench.await("the thread to end", () -> jobs.tally().abandoned() == 0);
  }

  @Test
  void progress_is_seen_at_once_and_is_in_the_table_within_seconds() throws Exception {
    var gate = new CountDownLatch(1);
    var engine = bench.engine(1);
    var seen = Collections.synchronizedList(new ArrayList<Job>());
    engine.observe(seen::add);
    engine.observe(
        job -> {
          throw new IllegalStateException("a broken observer");
        });
    engine.start(
        List.of(
            new Worker(
                bench.kind,
                (job, progress) -> {
                  progress.at("lungs", 0.25);
                  progress.at("lobes", 0.5);
                  gate.await();
                })));
    var job = engine.submit(bench.request("a"));
    bench.await(engine, job.id(), now -> now.step().equals("lobes"));
    var elsewhere = bench.engine(1);
    bench.await(elsewhere, job.id(), now -> now.progress() == 0.5);
    gate.countDown();
    bench.await(engine, job, JobState.DONE);
    bench.await("the end seen", () -> seen.getLast().state() == JobState.DONE);
    assertThat(seen).extracting(Job::step).containsSubsequence("", "lungs", "lobes", "");
  }

  @Test
  void a_stop_in_good_order_lets_an_attempt_finish() {
    var engine = bench.engine(1);
    var worker = new Worker(bench.kind, (job, progress) -> Thread.sleep(300));
    engine.start(List.of(worker));
    var running = engine.submit(bench.request("running"));
    var waiting = engine.submit(bench.request("waiting"));
    bench.await(engine, running, JobState.RUNNING);
    engine.close();
    assertThat(engine.job(running.id()).orElseThrow().state()).isEqualTo(JobState.DONE);
    assertThat(engine.job(waiting.id()).orElseThrow().state()).isEqualTo(JobState.WAITING);
    var after = bench.engine(1);
    after.start(List.of(worker));
    bench.await(after, waiting, JobState.DONE);
  }

  @Test
  void a_stop_in_good_order_puts_a_long_attempt_back_without_counting_it_as_a_failure() {
    var usual = bench.settings(1);
    var hurried =
        new JobsSettings(
            usual.node(),
            1,
            usual.pollEvery(),
            usual.heartBeat(),
            usual.missedBeats(),
            usual.retryAfter(),
            usual.mostDeaths(),
            usual.grace(),
            Duration.ofMillis(50),
            usual.keepEnded());
    var begun = new AtomicInteger();
    var worker =
        new Worker(
            bench.kind,
            (job, progress) -> {
              if (begun.incrementAndGet() < 6) {
                Thread.sleep(60_000);
              }
            });
    Job job = null;
    for (int stopped = 0; stopped < 5; stopped++) {
      var engine = bench.engine(hurried);
      engine.start(List.of(worker));
      // Submitted once: where it runs again before a second request, that one would wait for it.
      var wanted = job == null ? engine.submit(bench.request("long")) : job;
      job = bench.await(engine, wanted, JobState.RUNNING);
      engine.close();
      job = engine.job(job.id()).orElseThrow();
      assertThat(job.state()).isEqualTo(JobState.WAITING);
    }
    var engine = bench.engine(hurried);
    engine.start(List.of(worker));
    var done = bench.await(engine, java.util.Objects.requireNonNull(job), JobState.DONE);
    assertThat(done.attempts()).isEqualTo(1);
  }
}
