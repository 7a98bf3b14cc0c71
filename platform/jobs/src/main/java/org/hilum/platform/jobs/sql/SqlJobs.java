package org.hilum.platform.jobs.sql;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.hilum.platform.jobs.Job;
import org.hilum.platform.jobs.JobAttempt;
import org.hilum.platform.jobs.JobFilter;
import org.hilum.platform.jobs.JobRequest;
import org.hilum.platform.jobs.JobState;
import org.hilum.platform.jobs.Jobs;
import org.hilum.platform.jobs.JobsSettings;
import org.hilum.platform.jobs.JobsTally;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The queue in the database. */
public final class SqlJobs implements Jobs {

  private static final Logger LOG = LoggerFactory.getLogger(SqlJobs.class);

  private final Transactions transactions;
  private final JobTable table;
  private final AttemptTable attempts;
  private final Tickets tickets;
  private final Holding holding;
  private final Lookup lookup;
  private final JobsSettings settings;
  private final InstantSource clock;
  private final List<JobObserver> observers = new CopyOnWriteArrayList<>();
  private volatile RunningHere here = RunningHere.NOTHING;

  public SqlJobs(DataSource source, JobsSettings settings, InstantSource clock) {
    transactions = new Transactions(source);
    table = new JobTable(source);
    attempts = new AttemptTable(source);
    tickets = new Tickets(source);
    holding = new Holding(source, tickets);
    lookup = new Lookup(source);
    this.settings = settings;
    this.clock = clock;
  }

  /** What runs in this process from now on. */
  public void attach(RunningHere running) {
    here = running;
  }

  @Override
  public Job submit(JobRequest request) {
    return transactions.of(
        () -> {
          table.lock(request);
          var row =
              table.waiting(request).map(w -> hurry(w, request)).orElseGet(() -> add(request));
          return announced(row);
        });
  }

  private JobRow add(JobRequest request) {
    long turn = table.nextTurn(request.institution(), request.urgency());
    var row = table.insert(request, turn, table.runs(request), clock.instant());
    if (!row.held()) {
      tickets.issue(row);
    }
    return row;
  }

  private JobRow hurry(JobRow waiting, JobRequest request) {
    return request.urgency() > waiting.request().urgency()
        ? changeUrgency(waiting, request.urgency())
        : waiting;
  }

  private JobRow changeUrgency(JobRow waiting, int urgency) {
    long turn = table.nextTurn(waiting.request().institution(), urgency);
    var changed = table.changeUrgency(waiting.id(), urgency, turn);
    if (!changed.held()) {
      tickets.withdraw(changed);
      tickets.issue(changed);
    }
    return changed;
  }

  private Job announced(JobRow row) {
    Transactions.afterwards(
        () -> {
          here.wake();
          tell(row.job());
          if (row.job().state().isEnd()) {
            here.ended(row.job());
          }
        });
    return row.job();
  }

  @Override
  public Optional<Job> changeUrgency(long id, int urgency) {
    if (Math.abs((long) urgency) > JobRequest.LARGEST_URGENCY) {
      throw new IllegalArgumentException("that urgency is out of range: " + urgency);
    }
    return changing(id, JobState.WAITING, row -> changeUrgency(row, urgency));
  }

  @Override
  public Optional<Job> cancel(long id, String words) {
    var stopped = changing(id, JobState.WAITING, row -> drop(row, words));
    return stopped.isPresent()
        ? stopped
        : changing(
            id,
            JobState.RUNNING,
            row -> {
              Transactions.afterwards(() -> here.cancel(id));
              return table.askToCancel(id, words);
            });
  }

  private JobRow drop(JobRow waiting, String words) {
    tickets.withdraw(waiting);
    var dropped = table.end(waiting, JobState.CANCELLED, words, clock.instant());
    holding.release(dropped);
    return dropped;
  }

  @Override
  public Optional<Job> again(long id) {
    return transactions.of(
        () ->
            table
                .locked(id)
                .filter(
                    row ->
                        row.job().state() == JobState.SET_ASIDE
                            || row.job().state() == JobState.CANCELLED)
                .map(row -> announced(table.waiting(row.request()).orElseGet(() -> again(row)))));
  }

  private JobRow again(JobRow row) {
    // One that may have killed the process gets one more chance, not as many as a new one.
    int deaths = Math.min(row.deaths(), settings.mostDeaths() - 1);
    long turn = table.nextTurn(row.request().institution(), row.request().urgency());
    var fresh = new JobRow(row.job(), turn, false, 0, deaths, Optional.empty());
    var waiting =
        table.waitAgain(fresh, row.job().words(), clock.instant(), holding.mustHold(fresh), false);
    if (!waiting.held()) {
      tickets.issue(waiting);
    }
    return waiting;
  }

  private Optional<Job> changing(long id, JobState from, UnaryOperator<JobRow> change) {
    return transactions.of(
        () ->
            table
                .locked(id)
                .filter(row -> row.job().state() == from)
                .map(change)
                .map(this::announced));
  }

  @Override
  public Optional<Job> job(long id) {
    return table.row(id).map(JobRow::job).map(here::asItRuns);
  }

  @Override
  public List<JobAttempt> attempts(long id) {
    return attempts.of(id);
  }

  @Override
  public List<Job> jobs(JobFilter filter) {
    return lookup.jobs(filter).stream().map(here::asItRuns).toList();
  }

  @Override
  public JobsTally tally() {
    return new JobsTally(lookup.open(), lookup.longestWaiting(), here.abandoned());
  }

  @Override
  public void observe(JobObserver observer) {
    observers.add(observer);
  }

  /** Tells everybody who observes. */
  public void tell(Job job) {
    for (var observer : observers) {
      try {
        observer.changed(job);
      } catch (RuntimeException failed) {
        LOG.warn("An observer failed at job {} ({})", job.id(), job.state(), failed);
      }
    }
  }
}
