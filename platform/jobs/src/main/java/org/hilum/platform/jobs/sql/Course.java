package org.hilum.platform.jobs.sql;

import java.time.InstantSource;
import java.util.Optional;
import javax.sql.DataSource;
import org.hilum.platform.jobs.Job;
import org.hilum.platform.jobs.JobAttempt.Outcome;
import org.hilum.platform.jobs.JobState;
import org.hilum.platform.jobs.JobsSettings;

/** What happens to a job from the moment it is begun to its end. */
public final class Course {

  private final Transactions transactions;
  private final JobTable table;
  private final AttemptTable attempts;
  private final Tickets tickets;
  private final Holding holding;
  private final JobsSettings settings;
  private final InstantSource clock;

  public Course(DataSource source, JobsSettings settings, InstantSource clock) {
    transactions = new Transactions(source);
    table = new JobTable(source);
    attempts = new AttemptTable(source);
    tickets = new Tickets(source);
    holding = new Holding(source, tickets);
    this.settings = settings;
    this.clock = clock;
  }

  /** Begins the job of a ticket; empty, and the ticket gone, when there is nothing to begin. */
  public Optional<Job> begin(long id) {
    return transactions.of(() -> table.locked(id).flatMap(this::begin));
  }

  private Optional<Job> begin(JobRow row) {
    if (row.job().state() != JobState.WAITING || row.held() || table.runs(row.request())) {
      tickets.withdraw(row);
      return Optional.empty();
    }
    var begun = table.run(row.id(), settings.node(), clock.instant());
    attempts.begin(row.id(), begun.job().attempts(), settings.node(), clock.instant());
    return Optional.of(begun.job());
  }

  /**
   * Writes down how an attempt ended and what becomes of the job.
   *
   * @return the job as it stands then; empty when others have taken the job over meanwhile
   */
  public Optional<Job> end(Job begun, Ending ending) {
    return transactions.of(
        () ->
            table
                .locked(begun.id())
                .filter(row -> row.job().state() == JobState.RUNNING)
                .filter(row -> row.job().attempts() == begun.attempts())
                .map(row -> end(row, ending)));
  }

  /** Writes down that the process died during the attempt that goes on. */
  public Optional<Job> died(long id, String words) {
    return transactions.of(
        () ->
            table
                .locked(id)
                .filter(row -> row.job().state() == JobState.RUNNING)
                .map(row -> end(row, new Ending(Outcome.KILLED, words, 0))));
  }

  private Job end(JobRow row, Ending ending) {
    attempts.end(row.id(), row.job().attempts(), ending.outcome(), ending.words(), clock.instant());
    tickets.withdraw(row);
    var counted = counted(row, ending);
    var after = after(counted, ending);
    holding.release(counted);
    return after.job();
  }

  private static JobRow counted(JobRow row, Ending ending) {
    boolean isDeath = ending.outcome() == Outcome.KILLED;
    return new JobRow(
        row.job(),
        row.turn(),
        row.held(),
        row.failures() + (ending.isFailure() ? 1 : 0),
        row.deaths() + (isDeath ? 1 : 0),
        row.cancelWords());
  }

  private JobRow after(JobRow row, Ending ending) {
    if (ending.outcome() == Outcome.DONE) {
      return table.end(row, JobState.DONE, "", clock.instant());
    }
    if (row.cancelWords().isPresent()) {
      return table.end(row, JobState.CANCELLED, row.cancelWords().get(), clock.instant());
    }
    return switch (ending.outcome()) {
      case KILLED -> afterDeath(row, ending.words());
      case FAILED, TIMED_OUT -> afterFailure(row, ending);
      case DONE, CANCELLED, HANDED_BACK -> waitFor(row, row.job().words(), 0, true);
    };
  }

  private JobRow afterDeath(JobRow row, String words) {
    if (row.deaths() < settings.mostDeaths()) {
      return waitFor(row, words, 0, false);
    }
    var because =
        "The process died in "
            + row.deaths()
            + " attempts at this job, which may have killed it, so it is not tried again.";
    return table.end(row, JobState.SET_ASIDE, because, clock.instant());
  }

  private JobRow afterFailure(JobRow row, Ending ending) {
    return row.failures() < ending.mostAttempts()
        ? waitFor(row, ending.words(), settings.retryAfter(row.failures()).toMillis(), false)
        : table.end(row, JobState.SET_ASIDE, ending.words(), clock.instant());
  }

  private JobRow waitFor(JobRow row, String words, long milliseconds, boolean isUncounted) {
    boolean held = holding.mustHold(row);
    var waiting =
        table.waitAgain(row, words, clock.instant().plusMillis(milliseconds), held, isUncounted);
    if (!held) {
      tickets.issue(waiting);
    }
    return waiting;
  }
}
