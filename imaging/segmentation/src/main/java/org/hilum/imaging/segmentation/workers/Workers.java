package org.hilum.imaging.segmentation.workers;

import java.util.ArrayList;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/**
 * Which threads share the work of a segmentation, and how it is stopped.
 *
 * <p>Each task writes its own part of the result only, so that the outcome does not depend on the
 * number of threads.
 */
public final class Workers implements AutoCloseable {

  private final int count;
  private final ExecutorService threads;

  /** A fixed number of daemon threads, at least one. */
  public Workers(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("at least one worker is needed");
    }
    this.count = count;
    this.threads =
        Executors.newFixedThreadPool(
            count, Thread.ofPlatform().daemon().name("segmentation-", 1).factory());
  }

  /** How many threads there are. */
  public int count() {
    return count;
  }

  /**
   * Does a task for each number from 0 to {@code tasks} - 1, and waits for all.
   *
   * @throws CancellationException when the calling thread is interrupted; tasks under way have
   *     ended by then, and the thread stays interrupted
   */
  public void forEach(int tasks, IntConsumer task) {
    var next = new AtomicInteger();
    var stopped = new AtomicBoolean();
    var running = new ArrayList<Future<?>>();
    for (int worker = 0; worker < Math.min(count, tasks); worker++) {
      running.add(threads.submit(() -> work(tasks, task, next, stopped)));
    }
    boolean interrupted = false;
    Throwable failure = null;
    for (var future : running) {
      while (true) {
        try {
          future.get();
        } catch (InterruptedException stop) {
          interrupted = true;
          stopped.set(true);
          continue;
        } catch (ExecutionException failed) {
          failure = failed.getCause();
        }
        break;
      }
    }
    // Work that is done at once is never waited for: an interrupt is then only seen here.
    if (Thread.interrupted() || interrupted) {
      Thread.currentThread().interrupt();
      throw new CancellationException("the segmentation was interrupted");
    }
    rethrow(failure);
  }

  private static void work(int tasks, IntConsumer task, AtomicInteger next, AtomicBoolean stopped) {
    try {
      for (int i = next.getAndIncrement();
          i < tasks && !stopped.get();
          i = next.getAndIncrement()) {
        task.accept(i);
      }
    } catch (RuntimeException | Error failed) {
      stopped.set(true);
      throw failed;
    }
  }

  private static void rethrow(@org.jspecify.annotations.Nullable Throwable failure) {
    switch (failure) {
      case null -> {}
      case RuntimeException unchecked -> throw unchecked;
      case Error error -> throw error;
      default -> throw new IllegalStateException("a worker failed", failure);
    }
  }

  @Override
  public void close() {
    threads.close();
  }
}
