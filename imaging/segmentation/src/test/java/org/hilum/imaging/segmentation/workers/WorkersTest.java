package org.hilum.imaging.segmentation.workers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WorkersTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void every_task_is_done_once(int count) {
    var done = new AtomicIntegerArray(100);
    try (var workers = new Workers(count)) {
      workers.forEach(100, done::incrementAndGet);
    }

    for (int task = 0; task < 100; task++) {
      assertThat(done.get(task)).isEqualTo(1);
    }
  }

  @Test
  void no_task_is_no_work() {
    try (var workers = new Workers(2)) {
      workers.forEach(
          0,
          task -> {
            throw new AssertionError("there is no task " + task);
          });
      assertThat(workers.count()).isEqualTo(2);
    }
  }

  @Test
  void a_failing_task_fails_the_whole_and_stops_the_rest() {
    var done = new AtomicInteger();
    try (var workers = new Workers(1)) {
      assertThatThrownBy(
              () ->
                  workers.forEach(
                      100,
                      task -> {
                        if (task == 3) {
                          throw new IllegalStateException("three");
                        }
                        done.incrementAndGet();
                      }))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("three");
    }

    assertThat(done).hasValue(3);
  }

  @Test
  void an_error_is_passed_on_as_it_is() {
    try (var workers = new Workers(1)) {
      assertThatThrownBy(
              () ->
                  workers.forEach(
                      1,
                      task -> {
                        throw new OutOfMemoryError("drawn");
                      }))
          .isInstanceOf(OutOfMemoryError.class);
    }
  }

  @Test
  void an_interrupt_ends_the_work_when_the_task_under_way_has_ended() {
    var caller = Thread.currentThread();
    var done = new AtomicInteger();
    try (var workers = new Workers(1)) {
      assertThatThrownBy(
              () ->
                  workers.forEach(
                      1000,
                      task -> {
                        caller.interrupt();
                        done.incrementAndGet();
                      }))
          .isInstanceOf(CancellationException.class);
    }

    assertThat(Thread.interrupted()).isTrue();
    assertThat(done.get()).isBetween(1, 1000);
  }

  @Test
  void none_is_refused() {
    assertThatThrownBy(() -> new Workers(0)).isInstanceOf(IllegalArgumentException.class);
  }
}
