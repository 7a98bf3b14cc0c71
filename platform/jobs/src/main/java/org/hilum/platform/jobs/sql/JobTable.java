package org.hilum.platform.jobs.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.hilum.platform.jobs.Job;
import org.hilum.platform.jobs.JobFilter;
import org.hilum.platform.jobs.JobRequest;
import org.hilum.platform.jobs.JobState;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads and writes what people are shown of jobs; each change gives the job as it is then. */
public final class JobTable {

  private final JdbcClient tables;
  private final TransactionTemplate transaction;

  public JobTable(DataSource source) {
    this.tables = JdbcClient.create(source);
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(source));
  }

  /** A job that was asked for, and whether it is a new one. */
  public record Submitted(Job job, boolean isNew) {}

  /**
   * Puts a job in, or finds the one that waits and makes it as urgent.
   *
   * @param schedule called within the transaction for a new one
   */
  public Submitted submit(JobRequest request, Instant now, Consumer<Job> schedule) {
    return Objects.requireNonNull(
        transaction.execute(
            status -> {
              var submitted = insert(request, now);
              if (submitted.isNew()) {
                schedule.accept(submitted.job());
              } else {
                setPriority(submitted.job().id(), submitted.job().request().urgency());
              }
              return submitted;
            }));
  }

  private Submitted insert(JobRequest request, Instant now) {
    return tables
        .sql(
            """
            INSERT INTO jobs_job (kind, subject, institution, urgency, state, created_at, not_before)
            VALUES (:kind, :subject, :institution, :urgency, 'WAITING', :now, :now)
            ON CONFLICT (kind, institution, subject) WHERE state = 'WAITING'
              DO UPDATE SET urgency = greatest(jobs_job.urgency, EXCLUDED.urgency)
            RETURNING *, xmax = 0 AS is_new
            """)
        .param("kind", request.kind())
        .param("subject", request.subject())
        .param("institution", request.institution())
        .param("urgency", request.urgency())
        .param("now", Timestamp.from(now))
        .query((row, n) -> new Submitted(job(row), row.getBoolean("is_new")))
        .single();
  }

  private void setPriority(long id, int urgency) {
    tables
        .sql("UPDATE jobs_scheduled SET priority = ? WHERE task_instance LIKE ? AND NOT picked")
        .params(urgency, id + ".%")
        .update();
  }

  /** Makes a waiting job more or less urgent. */
  public Optional<Job> changeUrgency(long id, int urgency) {
    return Objects.requireNonNull(
        transaction.execute(
            status -> {
              var changed =
                  change(id, "urgency = :urgency WHERE id = :id AND state = 'WAITING'")
                      .param("urgency", urgency)
                      .query((row, n) -> job(row))
                      .optional();
              changed.ifPresent(job -> setPriority(id, urgency));
              return changed;
            }));
  }

  /** What became of the wish to begin an attempt. */
  public sealed interface Begun {
    /** It begins; deaths counts the attempts that ended with the whole process. */
    record Now(Job job, int deaths) implements Begun {}

    /** A job of the same subject runs: it is to be tried again soon. */
    record Later() implements Begun {}

    /** It has ended otherwise meanwhile. */
    record Never() implements Begun {}
  }

  /** Begins an attempt; a job found running was left so by a process that ended. */
  public Begun begin(long id, Instant now) {
    var before = row(id);
    if (before.isEmpty() || before.get().state().isEnd()) {
      return new Begun.Never();
    }
    try {
      return change(
              id,
              """
              deaths = deaths + CASE WHEN state = 'RUNNING' THEN 1 ELSE 0 END,
              state = 'RUNNING', attempts = attempts + 1, progress = 0, step = '', words = '',
              started_at = :now
              WHERE id = :id AND state IN ('WAITING', 'RUNNING')
              """)
          .param("now", Timestamp.from(now))
          .query((row, n) -> (Begun) new Begun.Now(job(row), row.getInt("deaths")))
          .optional()
          .orElse(new Begun.Never());
    } catch (DuplicateKeyException anotherRuns) {
      return new Begun.Later();
    }
  }

  /** How far the running attempt is. */
  public void progress(long id, String step, double fraction) {
    tables
        .sql("UPDATE jobs_job SET step = ?, progress = ? WHERE id = ? AND state = 'RUNNING'")
        .params(step, fraction, id)
        .update();
  }

  /** The job comes to an end. */
  public Optional<Job> end(long id, JobState state, String words, Instant now) {
    return change(
            id,
            """
            state = :state, words = :words, ended_at = :now, step = '',
            progress = CASE WHEN :state = 'DONE' THEN 1 ELSE progress END
            WHERE id = :id AND state IN ('WAITING', 'RUNNING')
            """)
        .param("state", state.name())
        .param("words", words)
        .param("now", Timestamp.from(now))
        .query((row, n) -> job(row))
        .optional();
  }

  /** Writes down that an attempt failed. */
  public void failed(Job job, String words, Instant now) {
    tables
        .sql(
            """
            INSERT INTO jobs_attempt (job_id, number, started_at, ended_at, words)
            VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
            """)
        .params(
            job.id(),
            job.attempts(),
            Timestamp.from(job.startedAt().orElse(now)),
            Timestamp.from(now),
            words)
        .update();
  }

  /**
   * The job waits for another attempt; where a newer request of the same subject waits already, it
   * ends in favour of that.
   */
  public Optional<Job> waitAgain(long id, String words, Instant notBefore, Instant now) {
    return waitAgain(id, words, notBefore, now, false);
  }

  /** The attempt was broken off because the process stops: it does not count. */
  public Optional<Job> takeBack(long id, Instant now) {
    return waitAgain(id, "", now, now, true);
  }

  private Optional<Job> waitAgain(
      long id, String words, Instant notBefore, Instant now, boolean uncounted) {
    try {
      return change(
              id,
              """
              state = 'WAITING', words = :words, not_before = :notBefore, step = '', progress = 0,
              attempts = attempts - CASE WHEN :uncounted THEN 1 ELSE 0 END
              WHERE id = :id AND state = 'RUNNING'
              """)
          .param("words", words)
          .param("notBefore", Timestamp.from(notBefore))
          .param("uncounted", uncounted)
          .query((row, n) -> job(row))
          .optional();
    } catch (DuplicateKeyException newerWaits) {
      return end(id, JobState.CANCELLED, "a newer request takes its place", now);
    }
  }

  /** Puts an ended job back; empty where it has not ended so, or another of its subject waits. */
  public Optional<Job> again(long id, Instant now, Consumer<Job> schedule) {
    try {
      return Objects.requireNonNull(
          transaction.execute(
              status -> {
                var job =
                    change(
                            id,
                            """
                            state = 'WAITING', attempts = 0, deaths = 0, words = '', ended_at = NULL,
                            progress = 0, not_before = :now
                            WHERE id = :id AND state IN ('SET_ASIDE', 'CANCELLED')
                            """)
                        .param("now", Timestamp.from(now))
                        .query((row, n) -> job(row))
                        .optional();
                job.ifPresent(schedule);
                return job;
              }));
    } catch (DuplicateKeyException newerWaits) {
      return Optional.empty();
    }
  }

  private JdbcClient.StatementSpec change(long id, String changes) {
    return tables.sql("UPDATE jobs_job SET " + changes + " RETURNING *").param("id", id);
  }

  /** A job as it stands. */
  public Optional<Job> row(long id) {
    return tables
        .sql("SELECT * FROM jobs_job WHERE id = ?")
        .params(id)
        .query((row, n) -> job(row))
        .optional();
  }

  /** Jobs in the order they will be begun; ended ones last, newest first. */
  public List<Job> jobs(JobFilter filter) {
    return tables
        .sql(
            """
            SELECT * FROM jobs_job
            WHERE (cardinality(:kinds) = 0 OR kind = ANY (:kinds))
              AND (cardinality(:institutions) = 0 OR institution = ANY (:institutions))
              AND (cardinality(:states) = 0 OR state = ANY (:states))
            ORDER BY ended_at DESC NULLS FIRST, state = 'RUNNING' DESC, urgency DESC, not_before, id
            LIMIT :most
            """)
        .param("kinds", filter.kinds().toArray(String[]::new))
        .param("institutions", filter.institutions().toArray(String[]::new))
        .param("states", filter.states().stream().map(Enum::name).toArray(String[]::new))
        .param("most", filter.most())
        .query((row, n) -> job(row))
        .list();
  }

  /** Frees what a process of this name had begun when it ended; gives how many. */
  public int free(String node) {
    return tables
        .sql(
            """
            UPDATE jobs_scheduled SET picked = false, picked_by = NULL, last_heartbeat = NULL,
              version = version + 1
            WHERE picked AND picked_by = ?
            """)
        .params(node)
        .update();
  }

  private static Job job(ResultSet row) throws SQLException {
    return new Job(
        row.getLong("id"),
        new JobRequest(
            row.getString("kind"),
            row.getString("subject"),
            row.getString("institution"),
            row.getInt("urgency")),
        JobState.valueOf(row.getString("state")),
        row.getInt("attempts"),
        row.getDouble("progress"),
        row.getString("step"),
        row.getString("words"),
        row.getTimestamp("created_at").toInstant(),
        row.getTimestamp("not_before").toInstant(),
        Optional.ofNullable(row.getTimestamp("started_at")).map(Timestamp::toInstant),
        Optional.ofNullable(row.getTimestamp("ended_at")).map(Timestamp::toInstant));
  }
}
