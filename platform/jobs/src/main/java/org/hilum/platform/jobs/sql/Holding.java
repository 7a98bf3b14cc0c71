package org.hilum.platform.jobs.sql;

import java.util.List;
import javax.sql.DataSource;
import org.hilum.platform.jobs.JobRequest;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which waiting jobs get no ticket yet.
 *
 * <p>Two rules: of one subject only one goes on at a time; and of the jobs during which a process
 * died only one goes on at a time, so that if it dies again it is plain which one kills and the
 * others that merely ran beside it are not blamed.
 */
final class Holding {

  private static final String FREE =
      """
      not exists (select 1 from jobs_job o
        where o.id <> j.id and o.kind = j.kind and o.subject = j.subject
          and o.institution = j.institution
          and (o.state = 'RUNNING' or (o.state = 'WAITING' and not o.held)))
      and (j.deaths = 0 or not exists (select 1 from jobs_job o
        where o.id <> j.id and o.deaths > 0
          and (o.state = 'RUNNING' or (o.state = 'WAITING' and not o.held))))
      """;

  private final JdbcClient sql;
  private final Tickets tickets;

  Holding(DataSource source, Tickets tickets) {
    sql = JdbcClient.create(source);
    this.tickets = tickets;
  }

  /** Whether a job that goes back to the queue must wait for others; locks what it asks about. */
  boolean mustHold(JobRow row) {
    if (row.deaths() > 0) {
      lockSuspects();
    }
    // With the deaths it will have, which the table may not know yet.
    return sql.sql(
            """
            select exists (select 1 from jobs_job o where o.id <> :id and o.kind = :kind
                and o.subject = :subject and o.institution = :institution
                and (o.state = 'RUNNING' or (o.state = 'WAITING' and not o.held)))
              or (:deaths > 0 and exists (select 1 from jobs_job o
                where o.id <> :id and o.deaths > 0
                  and (o.state = 'RUNNING' or (o.state = 'WAITING' and not o.held))))""")
        .param("id", row.id())
        .param("kind", row.request().kind())
        .param("subject", row.request().subject())
        .param("institution", row.request().institution())
        .param("deaths", row.deaths())
        .query(Boolean.class)
        .single();
  }

  /** Gives tickets to those that waited for a job which no longer stands in their way. */
  void release(JobRow ended) {
    same(ended.request()).forEach(this::releaseIfFree);
    if (ended.deaths() > 0) {
      suspects().forEach(this::releaseIfFree);
    }
  }

  /** Held jobs of every kind, oldest first. */
  List<Long> held() {
    return sql.sql("select id from jobs_job where state = 'WAITING' and held order by id")
        .query(Long.class)
        .list();
  }

  /** Waiting jobs that should have a ticket and have none, which only outside hands can cause. */
  List<Long> ticketless() {
    return sql.sql(
            """
            select id from jobs_job j where state = 'WAITING' and not held and not exists (
              select 1 from jobs_scheduled t
              where t.task_name = j.kind and t.task_instance = j.id::text)""")
        .query(Long.class)
        .list();
  }

  void releaseIfFree(long id) {
    lockSuspects();
    sql.sql(
            "update jobs_job j set held = false where id = :id and state = 'WAITING' and held and "
                + FREE
                + " returning *")
        .param("id", id)
        .query(JobRow::of)
        .optional()
        .ifPresent(tickets::issue);
  }

  private List<Long> same(JobRequest request) {
    return sql.sql(
            """
            select id from jobs_job where kind = :kind and subject = :subject
              and institution = :institution and state = 'WAITING' and held order by id limit 1""")
        .param("kind", request.kind())
        .param("subject", request.subject())
        .param("institution", request.institution())
        .query(Long.class)
        .list();
  }

  /** The next suspects in line; several, since the first may wait for another of its subject. */
  private List<Long> suspects() {
    return sql.sql(
            """
            select id from jobs_job where state = 'WAITING' and held and deaths > 0
            order by id limit 10""")
        .query(Long.class)
        .list();
  }

  private void lockSuspects() {
    sql.sql("select pg_advisory_xact_lock(201)").query().singleRow();
  }
}
