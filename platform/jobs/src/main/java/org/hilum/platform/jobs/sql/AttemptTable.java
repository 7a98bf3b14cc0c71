package org.hilum.platform.jobs.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.hilum.platform.jobs.JobAttempt;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of attempts. */
final class AttemptTable {

  private final JdbcClient sql;

  AttemptTable(DataSource source) {
    sql = JdbcClient.create(source);
  }

  /** An attempt that was handed back counts for nothing: its place is taken. */
  void begin(long job, int number, String node, Instant now) {
    sql.sql(
            """
            insert into jobs_attempt (job, number, node, started_at)
            values (:job, :number, :node, :now)
            on conflict (job, number) do update set node = excluded.node,
              started_at = excluded.started_at, ended_at = null, outcome = null, words = ''""")
        .param("job", job)
        .param("number", number)
        .param("node", node)
        .param("now", JobRow.time(now))
        .update();
  }

  void end(long job, int number, JobAttempt.Outcome outcome, String words, Instant now) {
    sql.sql(
            """
            update jobs_attempt set ended_at = :now, outcome = :outcome, words = :words
            where job = :job and number = :number""")
        .param("now", JobRow.time(now))
        .param("outcome", outcome.name())
        .param("words", words)
        .param("job", job)
        .param("number", number)
        .update();
  }

  List<JobAttempt> of(long job) {
    return sql.sql("select * from jobs_attempt where job = :job order by number")
        .param("job", job)
        .query(AttemptTable::attempt)
        .list();
  }

  private static JobAttempt attempt(ResultSet row, int number) throws SQLException {
    return new JobAttempt(
        row.getInt("number"),
        row.getString("node"),
        JobRow.instant(row, "started_at").orElseThrow(),
        JobRow.instant(row, "ended_at"),
        Optional.ofNullable(row.getString("outcome")).map(JobAttempt.Outcome::valueOf),
        row.getString("words"));
  }
}
