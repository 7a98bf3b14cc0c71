package org.hilum.platform.access.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.hilum.platform.access.AuditEntry;
import org.hilum.platform.access.AuditSelection;
import org.hilum.platform.access.AuditTrail;
import org.hilum.platform.access.RecordedEntry;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The audit trail in PostgreSQL; the table itself chains its rows and refuses any change. */
public final class SqlAuditTrail implements AuditTrail.Reader {

  private final JdbcClient tables;
  private final InstantSource clock;

  public SqlAuditTrail(DataSource source, InstantSource clock) {
    this.tables = JdbcClient.create(source);
    this.clock = clock;
  }

  @Override
  public void record(AuditEntry entry) {
    tables
        .sql(
            """
            INSERT INTO access_audit (number, at, action, actor, institution, came_from, patient,
              objects, allowed, words, hash)
            VALUES (0, ?, ?, ?, ?, ?, ?, ?, ?, ?, '')
            """)
        .params(
            Timestamp.from(clock.instant()),
            entry.action().name(),
            entry.actor(),
            entry.institution(),
            entry.from(),
            entry.patient(),
            entry.objects().toArray(String[]::new),
            entry.allowed(),
            entry.words())
        .update();
  }

  @Override
  public List<RecordedEntry> entries(AuditSelection wanted, long before, int most) {
    return tables
        .sql(
            """
            SELECT * FROM access_audit
            WHERE (:institution = '' OR institution = :institution)
              AND (:actor = '' OR actor = :actor) AND (:patient = '' OR patient = :patient)
              AND (:object = '' OR :object = ANY (objects))
              AND at >= :from AND at < :to AND number < :before
            ORDER BY number DESC LIMIT :most
            """)
        .param("institution", wanted.institution().orElse(""))
        .param("actor", wanted.actor().orElse(""))
        .param("patient", wanted.patient().orElse(""))
        .param("object", wanted.object().orElse(""))
        .param("from", Timestamp.from(wanted.from()))
        .param("to", Timestamp.from(wanted.to()))
        .param("before", before)
        .param("most", most)
        .query((row, n) -> entry(row))
        .list();
  }

  private static RecordedEntry entry(ResultSet row) throws SQLException {
    return new RecordedEntry(
        row.getLong("number"),
        row.getTimestamp("at").toInstant(),
        new AuditEntry(
            AuditEntry.Action.valueOf(row.getString("action")),
            row.getString("actor"),
            row.getString("institution"),
            row.getString("came_from"),
            row.getString("patient"),
            Arrays.asList((String[]) row.getArray("objects").getArray()),
            row.getBoolean("allowed"),
            row.getString("words")));
  }

  @Override
  public OptionalLong firstBroken() {
    return tables
        .sql(
            """
            SELECT min(number) FROM (
              SELECT a.number, a.hash = access_audit_hash(
                  coalesce(lag(a.hash) OVER (ORDER BY a.number), ''::bytea), a) AS is_whole,
                a.number = coalesce(lag(a.number) OVER (ORDER BY a.number), 0) + 1 AS is_next
              FROM access_audit a) checked
            WHERE NOT is_whole OR NOT is_next
            """)
        .query(
            (row, n) -> {
              long number = row.getLong(1);
              return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(number);
            })
        .single();
  }
}
