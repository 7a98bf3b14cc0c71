package org.hilum.platform.jobs.running;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.hilum.platform.jobs.Job;
import org.hilum.platform.jobs.JobAttempt.Outcome;
import org.hilum.platform.jobs.JobFailedException;
import org.hilum.platform.jobs.JobWorker;
import org.hilum.platform.jobs.sql.Ending;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One attempt at a job, on a thread of its own that can be interrupted and, if it does not listen,
 * left behind.
 */
final class Attempt {

  private static final Logger LOG = LoggerFactory.getLogger(Attempt.class);

  /** How often observers hear of progress within one step. */
  private static final long TELL_NANOS = 250_000_000;

  private static final int LONGEST_WORDS = 2_000;

  private final Job job;
  private final JobWorker worker;
  private final Consumer<Job> observer;
  private final Thread thread;
  private final CompletableFuture<Boolean> finished = new CompletableFuture<>();
  private final CompletableFuture<Outcome> stopping = new CompletableFuture<>();
  private volatile Job now;
  private volatile long toldAt;

  Attempt(Job job, JobWorker worker, Consumer<Job> observer) {
    this.job = job;
    this.worker = worker;
    this.observer = observer;
    now = job;
    thread = Thread.ofPlatform().name("job-" + job.id()).daemon(true).unstarted(this::work);
  }

  /** The job with the progress of this moment. */
  Job now() {
    return now;
  }

  /** Whether its thread is still busy. */
  boolean isBusy() {
    return thread.isAlive();
  }

  /** Asks it to end, for that reason unless another came first. */
  void stop(Outcome because) {
    stopping.complete(because);
  }

  /** Does the work; returns when it is done, given up or abandoned. */
  Ending run(Duration graceToYield) {
    thread.start();
    awaitEnd();
    if (!finished.isDone()) {
      thread.interrupt();
      awaitYield(graceToYield);
    }
    return ending();
  }

  private void awaitEnd() {
    try {
      CompletableFuture.anyOf(finished.exceptionally(fault -> false), stopping)
          .get(worker.timeOut().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      stop(Outcome.TIMED_OUT);
    } catch (InterruptedException stopped) {
      stop(Outcome.HANDED_BACK);
    } catch (ExecutionException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private void awaitYield(Duration grace) {
    try {
      finished.exceptionally(fault -> false).get(grace.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException stubborn) {
      LOG.error(
          "Job {} ({}) does not end when it is told to: its thread is abandoned in {}",
          job.id(),
          job.request().kind(),
          where());
    } catch (InterruptedException again) {
      LOG.warn("Job {} is left behind: this process is told to stop at once", job.id());
    } catch (ExecutionException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private String where() {
    var frames = thread.getStackTrace();
    return frames.length == 0 ? "no frame" : frames[0].toString();
  }

  private void work() {
    try {
      worker.work(now, this::progress);
      finished.complete(true);
    } catch (Throwable fault) {
      // Also errors: one job that runs out of memory or stack is no reason to lose the others.
      finished.completeExceptionally(fault);
    }
  }

  private void progress(String step, double fraction) {
    if (stopping.isDone()) {
      throw new CancellationException("the attempt shall stop");
    }
    boolean isNewStep = !step.equals(now.step());
    now = at(step, Math.clamp(fraction, 0, 1));
    if (isNewStep || System.nanoTime() - toldAt > TELL_NANOS) {
      toldAt = System.nanoTime();
      observer.accept(now);
    }
  }

  private Job at(String step, double fraction) {
    return new Job(
        job.id(),
        job.request(),
        job.state(),
        job.attempts(),
        fraction,
        step,
        job.words(),
        job.createdAt(),
        job.notBefore(),
        job.startedAt(),
        job.endedAt());
  }

  private Ending ending() {
    if (finished.state() == java.util.concurrent.Future.State.SUCCESS) {
      return Ending.DONE;
    }
    if (stopping.isDone()) {
      return stopped(stopping.resultNow());
    }
    return failed(finished.exceptionNow());
  }

  private Ending stopped(Outcome because) {
    var abandoned = finished.isDone() ? "" : " It did not end when told to; its thread was left.";
    return switch (because) {
      case TIMED_OUT ->
          new Ending(
              because,
              "The attempt took longer than " + seconds(worker.timeOut()) + " s." + abandoned,
              worker.mostAttempts());
      case CANCELLED -> new Ending(because, "It was called off." + abandoned, 0);
      case DONE, FAILED, HANDED_BACK, KILLED ->
          new Ending(Outcome.HANDED_BACK, "The program was stopped." + abandoned, 0);
    };
  }

  private static String seconds(Duration duration) {
    return String.valueOf(duration.toMillis() / 1000.0);
  }

  private Ending failed(Throwable fault) {
    if (fault instanceof JobFailedException expected) {
      return new Ending(
          Outcome.FAILED,
          fit(String.valueOf(expected.getMessage())),
          expected.isWorthRetrying() ? worker.mostAttempts() : 0);
    }
    LOG.warn("Job {} ({}) broke", job.id(), job.request().kind(), fault);
    return new Ending(Outcome.FAILED, fit(fault.toString()), worker.mostAttempts());
  }

  /** PostgreSQL keeps no character 0 in a text. */
  private static String fit(String words) {
    var clean = words.replace('\0', ' ');
    return clean.length() <= LONGEST_WORDS ? clean : clean.substring(0, LONGEST_WORDS);
  }
}
