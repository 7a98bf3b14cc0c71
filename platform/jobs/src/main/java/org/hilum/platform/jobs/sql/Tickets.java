package org.hilum.platform.jobs.sql;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Instant;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/**
 * The scheduler's rows: who holds a ticket may be begun, in the order of the tickets.
 *
 * <p>Order: the more urgent; of equals one that was begun before and is due again, since it has
 * waited its turn already; then by turn.
 */
final class Tickets {

  /** Turns are counted in seconds from here, so that every turn is due. */
  private static final Instant FIRST_TURN = Instant.parse("2000-01-01T00:00:00Z");

  /** Of the same turn the older job goes first. */
  private static final long MICROSECONDS = 1_000_000;

  private final SchedulerClient client;
  private final JdbcClient sql;

  Tickets(DataSource source) {
    client =
        SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(source))
            .tableName("jobs_scheduled")
            .enablePriority()
            .build();
    sql = JdbcClient.create(source);
  }

  void issue(JobRow row) {
    var ticket =
        new TaskInstance.Builder<Void>(row.request().kind(), Long.toString(row.id()))
            .priority(priority(row))
            .build();
    client.scheduleIfNotExists(ticket, time(row));
  }

  void withdraw(JobRow row) {
    sql.sql("delete from jobs_scheduled where task_name = :kind and task_instance = :id")
        .param("kind", row.request().kind())
        .param("id", Long.toString(row.id()))
        .update();
  }

  /** Says that the process which holds the ticket lives, after it could not say so for a while. */
  void refresh(String kind, long id, Instant now) {
    sql.sql(
            """
            update jobs_scheduled set last_heartbeat = :now
            where task_name = :kind and task_instance = :id and picked""")
        .param("now", JobRow.time(now))
        .param("kind", kind)
        .param("id", Long.toString(id))
        .update();
  }

  private static int priority(JobRow row) {
    return 2 * row.request().urgency() + (wasBegun(row) ? 1 : 0);
  }

  private static Instant time(JobRow row) {
    return wasBegun(row)
        ? row.job().notBefore()
        : FIRST_TURN.plusSeconds(row.turn()).plusNanos(1_000 * (row.id() % MICROSECONDS));
  }

  private static boolean wasBegun(JobRow row) {
    return row.job().attempts() > 0;
  }
}
