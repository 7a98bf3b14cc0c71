package org.hilum.imaging.intake.sql;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.hilum.imaging.dicom.Uid;
import org.hilum.imaging.intake.SeriesCompleted;
import org.hilum.imaging.intake.completion.SeriesKey;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Remembers which revision of a series was said to be complete. */
public final class CompletionTable {

  private final JdbcClient tables;

  public CompletionTable(DataSource source) {
    this.tables = JdbcClient.create(source);
  }

  /** The revision last said to be complete; empty when none was. */
  public Optional<Long> revision(String institution, Uid study, Uid series) {
    return tables
        .sql(
            """
            SELECT revision FROM intake_completion
            WHERE institution = ? AND study_uid = ? AND series_uid = ?
            """)
        .params(institution, study.value(), series.value())
        .query(Long.class)
        .optional();
  }

  /** The revisions last said to be complete of some series, in one question. */
  public Map<SeriesKey, Long> revisions(Collection<SeriesKey> series) {
    var revisions = new HashMap<SeriesKey, Long>();
    tables
        .sql(
            """
            SELECT institution, study_uid, series_uid, revision FROM intake_completion
            JOIN unnest(:institutions::text[], :studies::text[], :series::text[])
              AS asked (institution, study_uid, series_uid)
            USING (institution, study_uid, series_uid)
            """)
        .param("institutions", texts(series, SeriesKey::institution))
        .param("studies", texts(series, key -> key.studyInstanceUid().value()))
        .param("series", texts(series, key -> key.seriesInstanceUid().value()))
        .query(
            row -> {
              revisions.put(
                  new SeriesKey(
                      row.getString("institution"),
                      new Uid(row.getString("study_uid")),
                      new Uid(row.getString("series_uid"))),
                  row.getLong("revision"));
            });
    return revisions;
  }

  private static String[] texts(Collection<SeriesKey> series, Function<SeriesKey, String> part) {
    return series.stream().map(part).toArray(String[]::new);
  }

  /** Remembers that a revision was said to be complete. */
  public void remember(SeriesCompleted event) {
    tables
        .sql(
            """
            INSERT INTO intake_completion
              (institution, series_uid, study_uid, revision, completed_at)
            VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (institution, study_uid, series_uid) DO UPDATE SET
              revision = greatest(intake_completion.revision, EXCLUDED.revision),
              completed_at = EXCLUDED.completed_at
            """)
        .params(
            event.institution(),
            event.seriesInstanceUid().value(),
            event.studyInstanceUid().value(),
            event.revision(),
            Timestamp.from(event.at()))
        .update();
  }

  /** Forgets what was said of a series: it was deleted, and begins anew. */
  public void forget(SeriesKey series) {
    tables
        .sql(
            """
            DELETE FROM intake_completion
            WHERE institution = ? AND study_uid = ? AND series_uid = ?
            """)
        .params(
            series.institution(),
            series.studyInstanceUid().value(),
            series.seriesInstanceUid().value())
        .update();
  }

  /** Earliest moment from which something may not have been said; empty when nothing ever was. */
  public Optional<Instant> lastCompletedAt() {
    return tables
        .sql("SELECT max(completed_at) FROM intake_completion")
        .query((row, n) -> Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant))
        .single();
  }
}
