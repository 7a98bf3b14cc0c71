package org.hilum.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** What becomes of jobs whose process is killed, by others or by the job itself. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DeathTest {

  private final Bench bench = new Bench();
  private final String node = "node-" + UUID.randomUUID();
  private final Jobs jobs = bench.engine(1);

  @AfterEach
  void stop() {
    bench.close();
  }

  private ChildProcess child() throws Exception {
    return ChildProcess.start(bench.source.unwrap(PGSimpleDataSource.class), node, bench.kind);
  }

  @Test
  void what_a_killed_process_was_doing_is_taken_up_at_once_when_it_starts_again() throws Exception {
    var slow = jobs.submit(bench.request("slow"));
    try (var child = child()) {
      child.awaitLine("begun slow");
    }
    assertThat(jobs.job(slow.id()).orElseThrow().state()).isEqualTo(JobState.RUNNING);
    var again = bench.engine(ChildProcess.settings(node));
    var before = Instant.now();
    again.start(List.of(new Worker(bench.kind, (job, progress) -> {})));
    var done = bench.await(jobs, slow, JobState.DONE);
    System.out.println(
        "done after " + Duration.between(before, Instant.now()).toMillis() + " ms of the restart");
    assertThat(done.attempts()).isEqualTo(2);
    assertThat(jobs.attempts(slow.id()).getFirst())
        .satisfies(
            attempt -> {
              assertThat(attempt.outcome()).contains(JobAttempt.Outcome.KILLED);
              assertThat(attempt.words()).isEqualTo("The process ended during this attempt.");
            });
  }

  @Test
  void what_a_killed_process_was_doing_is_taken_over_by_another_after_missed_heart_beats()
      throws Exception {
    var other = bench.engine(1);
    var slow = jobs.submit(bench.request("slow"));
    try (var child = child()) {
      child.awaitLine("begun slow");
      other.start(List.of(new Worker(bench.kind, (job, progress) -> {})));
    }
    assertThat(bench.await(jobs, slow, JobState.DONE).attempts()).isEqualTo(2);
    assertThat(jobs.attempts(slow.id()).getFirst().words()).contains("taken for dead");
  }

  @Test
  void a_job_that_kills_its_process_twice_is_set_aside_and_the_one_beside_it_is_not()
      throws Exception {
    var poison = jobs.submit(bench.request("poison"));
    var innocent = jobs.submit(bench.request("steady"));
    for (int deaths = 1; deaths <= 2; deaths++) {
      try (var child = child()) {
        assertThat(child.awaitDeath()).isEqualTo(137);
      }
    }
    var again = bench.engine(ChildProcess.settings(node));
    var worker = new Worker(bench.kind, (job, progress) -> {});
    again.start(List.of(worker));
    var setAside = bench.await(jobs, poison, JobState.SET_ASIDE);
    assertThat(setAside.words()).startsWith("The process died in 2 attempts at this job");
    bench.await(jobs, innocent, JobState.DONE);
    bench.await("both ends told", () -> worker.ended.size() == 2);
    assertThat(worker.begun).containsExactly("steady");
    assertThat(jobs.again(poison.id())).isPresent();
    bench.await(jobs, poison, JobState.DONE);
  }

  @Test
  void nothing_is_lost_when_a_busy_process_is_killed_again_and_again() throws Exception {
    var asked = new ArrayList<Job>();
    IntStream.range(0, 150)
        .forEach(i -> asked.add(jobs.submit(bench.request("quick " + i, "inst-" + i % 7, i % 3))));
    for (int killed = 0; killed < 4; killed++) {
      try (var child = child()) {
        child.awaitLine("started");
        Thread.sleep(60L * killed);
      }
    }
    var again = bench.engine(ChildProcess.settings(node));
    again.start(List.of(new Worker(bench.kind, (job, progress) -> {})));
    for (var job : asked) {
      bench.await(jobs, job.id(), now -> now.state().isEnd());
    }
    assertThat(asked.stream().map(job -> jobs.job(job.id()).orElseThrow().state()))
        .as("at most a job that was hit twice may be set aside")
        .filteredOn(state -> state != JobState.DONE)
        .hasSizeLessThanOrEqualTo(2);
  }

  @Test
  void two_processes_of_one_node_name_are_refused() {
    var settings = bench.settings(1);
    bench.engine(settings).start(List.of());
    var second = bench.engine(settings);
    assertThatThrownBy(() -> second.start(List.of()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Another process with the node name " + settings.node());
  }
}
