package org.hilum.platform.jobs.sql;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.hilum.platform.jobs.JobRequest;
import org.hilum.platform.jobs.JobState;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of jobs, inside a transaction that holds the lock of their subject. */
final class JobTable {

  private final JdbcClient sql;

  JobTable(DataSource source) {
    sql = JdbcClient.create(source);
  }

  /** Lets nobody else touch jobs of this subject until the transaction ends. */
  void lock(JobRequest request) {
    sql.sql("select pg_advisory_xact_lock(hashtextextended(:key, 201))")
        .param("key", request.kind() + '\n' + request.institution() + '\n' + request.subject())
        .query()
        .singleRow();
  }

  /** The job, locked together with its subject. */
  Optional<JobRow> locked(long id) {
    var seen = row(id);
    seen.ifPresent(row -> lock(row.request()));
    return seen.isEmpty() ? seen : row(id);
  }

  Optional<JobRow> row(long id) {
    return sql.sql("select * from jobs_job where id = :id")
        .param("id", id)
        .query(JobRow::of)
        .optional();
  }

  /** The one of this subject that will be begun first. */
  Optional<JobRow> waiting(JobRequest request) {
    return same(request, JobState.WAITING).stream().findFirst();
  }

  boolean runs(JobRequest request) {
    return !same(request, JobState.RUNNING).isEmpty();
  }

  private List<JobRow> same(JobRequest request, JobState state) {
    return sql.sql(
            """
            select * from jobs_job
            where kind = :kind and subject = :subject and institution = :institution
              and state = :state
            order by held, id""")
        .param("kind", request.kind())
        .param("subject", request.subject())
        .param("institution", request.institution())
        .param("state", state.name())
        .query(JobRow::of)
        .list();
  }

  /**
   * The next turn of an institution: in the round after the last one begun, or after its own last
   * in line.
   *
   * <p>So an institution that asks for a thousand things at once gets a thousand rounds in a row,
   * and one that asks for its first meanwhile goes in after the round that is being served, before
   * those who are in that round behind a job of their own: nobody waits for more than one job of
   * each other institution. Even turns are of the former, odd ones of the latter. Source:
   * self-clocked fair queueing, Golestani 1994, doi:10.1109/INFCOM.1994.337677, with all jobs of
   * one length.
   */
  long nextTurn(String institution, int urgency) {
    return sql.sql(
            """
            select case when line.last is null then 2 * (begun.round + 1)
              else 2 * (greatest(begun.round, line.last / 2) + 1) + 1 end
            from (select coalesce(max(turn), 0) / 2 as round from jobs_job
                where urgency = :urgency and attempts > 0) begun,
              (select max(turn) as last from jobs_job
                where institution = :institution and urgency = :urgency and state = 'WAITING') line""")
        .param("institution", institution)
        .param("urgency", urgency)
        .query(Long.class)
        .single();
  }

  JobRow insert(JobRequest request, long turn, boolean held, Instant now) {
    return sql.sql(
            """
            insert into jobs_job
              (kind, subject, institution, urgency, state, turn, held, created_at, not_before)
            values (:kind, :subject, :institution, :urgency, 'WAITING', :turn, :held, :now, :now)
            returning *""")
        .param("kind", request.kind())
        .param("subject", request.subject())
        .param("institution", request.institution())
        .param("urgency", request.urgency())
        .param("turn", turn)
        .param("held", held)
        .param("now", JobRow.time(now))
        .query(JobRow::of)
        .single();
  }

  JobRow changeUrgency(long id, int urgency, long turn) {
    return sql.sql(
            "update jobs_job set urgency = :urgency, turn = :turn where id = :id returning *")
        .param("urgency", urgency)
        .param("turn", turn)
        .param("id", id)
        .query(JobRow::of)
        .single();
  }

  /** Puts it back into the queue, where wished as if the last attempt had not been. */
  JobRow waitAgain(JobRow row, String words, Instant notBefore, boolean held, boolean isUncounted) {
    return sql.sql(
            """
            update jobs_job set state = 'WAITING', held = :held, words = :words, progress = 0,
              step = '', node = '', failures = :failures, deaths = :deaths, turn = :turn,
              attempts = :attempts, not_before = :notBefore, cancel_words = null, told = false, ended_at = null
            where id = :id returning *""")
        .param("held", held)
        .param("words", words)
        .param("failures", row.failures())
        .param("deaths", row.deaths())
        .param("turn", row.turn())
        .param("attempts", row.job().attempts() - (isUncounted ? 1 : 0))
        .param("notBefore", JobRow.time(notBefore))
        .param("id", row.id())
        .query(JobRow::of)
        .single();
  }

  JobRow end(JobRow row, JobState state, String words, Instant now) {
    return sql.sql(
            """
            update jobs_job set state = :state, held = false, words = :words, step = '', node = '',
              progress = case when :state = 'DONE' then 1 else progress end,
              failures = :failures, deaths = :deaths, told = false, ended_at = :now
            where id = :id returning *""")
        .param("state", state.name())
        .param("words", words)
        .param("failures", row.failures())
        .param("deaths", row.deaths())
        .param("now", JobRow.time(now))
        .param("id", row.id())
        .query(JobRow::of)
        .single();
  }

  JobRow askToCancel(long id, String words) {
    return sql.sql("update jobs_job set cancel_words = :words where id = :id returning *")
        .param("words", words)
        .param("id", id)
        .query(JobRow::of)
        .single();
  }

  JobRow run(long id, String node, Instant now) {
    return sql.sql(
            """
            update jobs_job set state = 'RUNNING', attempts = attempts + 1, node = :node,
              started_at = :now, progress = 0, step = ''
            where id = :id returning *""")
        .param("node", node)
        .param("now", JobRow.time(now))
        .param("id", id)
        .query(JobRow::of)
        .single();
  }
}
