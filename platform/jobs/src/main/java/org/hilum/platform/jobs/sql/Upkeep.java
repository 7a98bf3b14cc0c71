package org.hilum.platform.jobs.sql;

import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.hilum.platform.jobs.Job;
import org.hilum.platform.jobs.JobState;
import org.hilum.platform.jobs.JobsSettings;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is done to the tables from time to time, and at the start. */
public final class Upkeep {

  private static final int MOST_AT_ONCE = 1_000;

  private final JdbcClient sql;
  private final Transactions transactions;
  private final JobTable table;
  private final Tickets tickets;
  private final Holding holding;
  private final Course course;
  private final JobsSettings settings;
  private final InstantSource clock;

  public Upkeep(DataSource source, JobsSettings settings, Course course, InstantSource clock) {
    sql = JdbcClient.create(source);
    transactions = new Transactions(source);
    table = new JobTable(source);
    tickets = new Tickets(source);
    holding = new Holding(source, tickets);
    this.course = course;
    this.settings = settings;
    this.clock = clock;
  }

  /** Puts back what this node was doing when it died; the jobs concerned. */
  public List<Job> takeUp() {
    var died =
        sql
            .sql("select id from jobs_job where state = 'RUNNING' and node = :node order by id")
            .param("node", settings.node())
            .query(Long.class)
            .list()
            .stream()
            .flatMap(id -> course.died(id, "The process ended during this attempt.").stream())
            .toList();
    letGo();
    return died;
  }

  /** Gives back tickets of this node of which no job was begun. */
  public void letGo() {
    sql.sql(
            """
            update jobs_scheduled set picked = false, picked_by = null, last_heartbeat = null,
              version = version + 1
            where picked and picked_by = :node""")
        .param("node", settings.node())
        .update();
  }

  /** Puts right a ticket whose holder fell silent or could not begin; the job if it ran. */
  public Optional<Job> revive(long id) {
    var died =
        course.died(id, "The process that made this attempt fell silent and is taken for dead.");
    if (died.isEmpty()) {
      transactions.of(() -> table.locked(id).map(this::newTicket));
    }
    return died;
  }

  private JobRow newTicket(JobRow row) {
    tickets.withdraw(row);
    if (row.job().state() == JobState.WAITING && !row.held()) {
      tickets.issue(row);
    }
    return row;
  }

  /** Says that this process still holds the ticket of that job. */
  public void refresh(Job job) {
    tickets.refresh(job.request().kind(), job.id(), clock.instant());
  }

  /** Gives a ticket to every job that should have one. */
  public void issueMissing() {
    holding
        .ticketless()
        .forEach(id -> transactions.of(() -> table.locked(id).map(this::newTicket)));
    for (long id : holding.held()) {
      transactions.of(
          () -> {
            table.locked(id);
            holding.releaseIfFree(id);
            return id;
          });
    }
  }

  /** Writes down how far an attempt is. */
  public void progress(Job job) {
    sql.sql(
            """
            update jobs_job set progress = :progress, step = :step
            where id = :id and state = 'RUNNING' and attempts = :attempts""")
        .param("progress", job.progress())
        .param("step", job.step())
        .param("id", job.id())
        .param("attempts", job.attempts())
        .update();
  }

  /** Jobs running on this node that shall be cancelled. */
  public List<Long> toCancel() {
    return sql.sql(
            """
            select id from jobs_job
            where state = 'RUNNING' and node = :node and cancel_words is not null""")
        .param("node", settings.node())
        .query(Long.class)
        .list();
  }

  /** Ended jobs of which the worker was not told, for a while at least. */
  public List<Job> untold(Set<String> kinds, long forMilliseconds) {
    return sql
        .sql(
            """
            select * from jobs_job
            where ended_at is not null and not told and ended_at <= :before and kind = any (:kinds)
            order by id limit :most""")
        .param("before", JobRow.time(clock.instant().minusMillis(forMilliseconds)))
        .param("kinds", kinds.toArray(String[]::new))
        .param("most", MOST_AT_ONCE)
        .query(JobRow::of)
        .list()
        .stream()
        .map(JobRow::job)
        .toList();
  }

  /** Remembers that the workers were told of the end of these. */
  public void told(Collection<Long> ids) {
    sql.sql("update jobs_job set told = true where id = any (:ids) and ended_at is not null")
        .param("ids", ids.toArray(Long[]::new))
        .update();
  }

  /** Removes jobs that ended long ago. */
  public void forget() {
    sql.sql(
            """
            delete from jobs_job where id in (
              select id from jobs_job where ended_at < :before limit :most)""")
        .param("before", JobRow.time(clock.instant().minus(settings.keepEnded())))
        .param("most", MOST_AT_ONCE)
        .update();
  }
}
