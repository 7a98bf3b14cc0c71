package org.hilum.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Who gets into the queue, and in which order it is worked off. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class QueueTest {

  private final Bench bench = new Bench();

  @AfterEach
  void stop() {
    bench.close();
  }

  private Worker idle() {
    return new Worker(bench.kind, (job, progress) -> {});
  }

  @Test
  void what_was_asked_for_is_in_the_table_before_the_asker_goes_on() {
    var job = bench.engine(1).submit(bench.request("a"));
    var seen = bench.engine(1).job(job.id()).orElseThrow();
    assertThat(seen).isEqualTo(job);
    assertThat(seen.state()).isEqualTo(JobState.WAITING);
  }

  @Test
  void a_job_is_done_and_its_worker_told() {
    var engine = bench.engine(1);
    var worker = idle();
    engine.start(List.of(worker));
    var job = engine.submit(bench.request("a"));
    var done = bench.await(engine, job, JobState.DONE);
    assertThat(done.progress()).isEqualTo(1);
    bench.await("the worker being told", () -> worker.ended.size() == 1);
    assertThat(engine.attempts(job.id()))
        .singleElement()
        .satisfies(attempt -> assertThat(attempt.outcome()).contains(JobAttempt.Outcome.DONE));
  }

  @Test
  void the_more_urgent_goes_first_and_of_equals_the_one_that_waited_longest() {
    var engine = bench.engine(1);
    var jobs = engine;
    jobs.submit(bench.request("first", "a", 0));
    jobs.submit(bench.request("second", "a", 0));
    jobs.submit(bench.request("urgent", "a", 5));
    jobs.submit(bench.request("later", "a", -5));
    var listed =
        jobs.jobs(new JobFilter(Set.of(bench.kind), Set.of(), Set.of(), 10)).stream()
            .map(job -> job.request().subject());
    assertThat(listed).containsExactly("urgent", "first", "second", "later");
    var worker = idle();
    engine.start(List.of(worker));
    bench.await("four jobs", () -> worker.ended.size() == 4);
    assertThat(worker.begun).containsExactly("urgent", "first", "second", "later");
  }

  @Test
  void the_urgent_overtake_while_others_are_being_done() throws Exception {
    var engine = bench.engine(2);
    var gate = new CountDownLatch(1);
    var worker =
        new Worker(
            bench.kind,
            (job, progress) -> {
              if (job.request().subject().startsWith("running")) {
                gate.await();
              }
            });
    engine.start(List.of(worker));
    var jobs = engine;
    jobs.submit(bench.request("running 1"));
    jobs.submit(bench.request("running 2"));
    bench.await("two being done", () -> worker.begun.size() == 2);
    IntStream.range(0, 20).forEach(i -> jobs.submit(bench.request("usual " + i)));
    jobs.submit(bench.request("emergency", bench.kind, 100));
    gate.countDown();
    bench.await("all", () -> worker.ended.size() == 23);
    assertThat(worker.begun.indexOf("emergency")).isLessThanOrEqualTo(3);
  }

  @Test
  void a_burst_of_one_institution_makes_another_wait_for_one_of_its_jobs_only() {
    var engine = bench.engine(1);
    var jobs = engine;
    IntStream.range(0, 30).forEach(i -> jobs.submit(bench.request("burst " + i, "big", 7)));
    jobs.submit(bench.request("small 1", "little", 7));
    jobs.submit(bench.request("small 2", "little", 7));
    var worker = idle();
    engine.start(List.of(worker));
    bench.await("all", () -> worker.ended.size() == 32);
    assertThat(worker.begun.indexOf("small 1")).isLessThanOrEqualTo(1);
    assertThat(worker.begun.indexOf("small 2")).isLessThanOrEqualTo(3);
    assertThat(worker.begun.stream().filter(s -> s.startsWith("burst")))
        .containsExactlyElementsOf(IntStream.range(0, 30).mapToObj(i -> "burst " + i).toList());
  }

  @Test
  void who_asks_while_a_burst_waits_for_its_first_turn_waits_for_one_of_its_jobs_too() {
    var engine = bench.engine(1);
    var gate = new CountDownLatch(1);
    var worker =
        new Worker(
            bench.kind,
            (job, progress) -> {
              if (job.request().subject().equals("before")) {
                gate.await();
              }
            });
    engine.submit(bench.request("before", "other", 7));
    IntStream.range(0, 3).forEach(i -> engine.submit(bench.request("burst " + i, "big", 7)));
    engine.start(List.of(worker));
    bench.await("one being done", () -> worker.begun.size() == 1);
    engine.submit(bench.request("small", "little", 7));
    gate.countDown();
    bench.await("all", () -> worker.ended.size() == 5);
    assertThat(worker.begun).containsExactly("before", "burst 0", "small", "burst 1", "burst 2");
  }

  @Test
  void asking_again_for_what_waits_makes_no_second_job_but_may_hurry_it() {
    var jobs = bench.engine(1);
    var first = jobs.submit(bench.request("a", "x", 1));
    assertThat(jobs.submit(bench.request("a", "x", 0)).id()).isEqualTo(first.id());
    assertThat(jobs.job(first.id()).orElseThrow().request().urgency()).isEqualTo(1);
    assertThat(jobs.submit(bench.request("a", "x", 9)).id()).isEqualTo(first.id());
    assertThat(jobs.job(first.id()).orElseThrow().request().urgency()).isEqualTo(9);
    assertThat(jobs.submit(bench.request("a", "y", 0)).id()).isNotEqualTo(first.id());
  }

  @Test
  void many_who_ask_at_once_for_the_same_get_the_same_job() throws Exception {
    var jobs = bench.engine(1);
    try (var threads = Executors.newFixedThreadPool(8)) {
      var asked = new ArrayList<Callable<Long>>();
      IntStream.range(0, 64)
          .forEach(i -> asked.add(() -> jobs.submit(bench.request("s" + i % 4)).id()));
      var ids = new ArrayList<Long>();
      for (var answer : threads.invokeAll(asked)) {
        ids.add(answer.get());
      }
      assertThat(Set.copyOf(ids)).hasSize(4);
    }
  }

  @Test
  void asking_for_what_is_being_done_makes_one_that_runs_afterwards_never_two_at_a_time() {
    var engine = bench.engine(4);
    var atOnce = new AtomicInteger();
    var most = new AtomicInteger();
    var worker =
        new Worker(
            bench.kind,
            (job, progress) -> {
              most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
              Thread.sleep(3);
              atOnce.decrementAndGet();
            });
    engine.start(List.of(worker));
    var ids = new java.util.concurrent.ConcurrentSkipListSet<Long>();
    try (var threads = Executors.newFixedThreadPool(3)) {
      for (int asker = 0; asker < 3; asker++) {
        threads.execute(
            () -> {
              while (ids.size() < 20) {
                ids.add(engine.submit(bench.request("same")).id());
              }
            });
      }
    }
    ids.forEach(id -> bench.await(engine, id, job -> job.state() == JobState.DONE));
    assertThat(most.get()).isEqualTo(1);
    assertThat(ids.size()).isBetween(20, 22);
    assertThat(worker.begun).hasSameSizeAs(ids);
  }

  @Test
  void urgency_of_a_waiting_job_can_be_changed_and_of_an_ended_one_not() {
    var engine = bench.engine(1);
    var jobs = engine;
    jobs.submit(bench.request("a"));
    var b = jobs.submit(bench.request("b"));
    assertThat(jobs.changeUrgency(b.id(), 50)).isPresent();
    var worker = idle();
    engine.start(List.of(worker));
    bench.await("both", () -> worker.ended.size() == 2);
    assertThat(worker.begun).containsExactly("b", "a");
    assertThat(jobs.changeUrgency(b.id(), 1)).isEmpty();
    assertThat(jobs.changeUrgency(-1, 1)).isEmpty();
  }

  @Test
  void work_of_a_kind_that_a_node_has_no_worker_for_is_left_to_others() {
    var other = bench.engine(2);
    other.start(List.of(new Worker(bench.kind + "-other", (job, progress) -> {})));
    var job = other.submit(bench.request("a"));
    var sign = other.submit(new JobRequest(bench.kind + "-other", "b", "", -100));
    bench.await(other, sign, JobState.DONE);
    var engine = bench.engine(1);
    engine.start(List.of(idle()));
    assertThat(bench.await(engine, job, JobState.DONE).attempts()).isEqualTo(1);
  }

  @Test
  void five_hundred_small_jobs_are_drained_quickly() {
    var engine = bench.engine(2);
    var worker = idle();
    long asked = System.nanoTime();
    IntStream.range(0, 500)
        .forEach(i -> engine.submit(bench.request("s" + i, "inst-" + i % 50, 3)));
    double submitting = (System.nanoTime() - asked) / 1e9;
    long started = System.nanoTime();
    engine.start(List.of(worker));
    bench.await("500 jobs", () -> worker.ended.size() == 500);
    double draining = (System.nanoTime() - started) / 1e9;
    System.out.printf(
        "500 jobs: %.0f submitted a second, %.0f done a second on two threads%n",
        500 / submitting, 500 / draining);
    assertThat(worker.begun).doesNotHaveDuplicates().hasSize(500);
  }

  @Test
  void the_tally_counts_what_is_open() {
    var jobs = bench.engine(1);
    var job = jobs.submit(bench.request("a"));
    var tally = jobs.tally();
    assertThat(tally.open().get(JobState.WAITING)).isPositive();
    assertThat(tally.longestWaiting().orElseThrow()).isBeforeOrEqualTo(job.createdAt());
    jobs.cancel(job.id(), "enough");
  }
}
