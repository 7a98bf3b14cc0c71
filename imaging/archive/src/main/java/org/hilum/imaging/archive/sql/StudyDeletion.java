package org.hilum.imaging.archive.sql;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hilum.imaging.archive.Archive.DeletedStudy;
import org.hilum.imaging.archive.ArchiveFault;
import org.hilum.imaging.dicom.Uid;
import org.hilum.platform.storage.ContentHash;
import org.hilum.platform.storage.ContentStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Deletes a study: its rows with a record in one transaction, then the files nobody else needs. */
final class StudyDeletion {

  private final JdbcClient tables;
  private final TransactionTemplate transaction;
  private final ContentStore files;

  StudyDeletion(JdbcClient tables, TransactionTemplate transaction, ContentStore files) {
    this.tables = tables;
    this.transaction = transaction;
    this.files = files;
  }

  private record Gone(Optional<DeletedStudy> record, List<ContentHash> contents) {}

  Optional<DeletedStudy> delete(String institution, Uid study, String by, String why) {
    var gone = Objects.requireNonNull(transaction.execute(s -> rows(institution, study, by, why)));
    gone.contents().forEach(this::removeUnneeded);
    return gone.record();
  }

  Optional<DeletedStudy> deleteSeries(
      String institution, Uid study, Uid series, String by, String why) {
    var gone =
        Objects.requireNonNull(
            transaction.execute(s -> seriesRows(institution, study, series, by, why)));
    gone.contents().forEach(this::removeUnneeded);
    return gone.record();
  }

  private Gone seriesRows(String institution, Uid study, Uid series, String by, String why) {
    var contents =
        tables
            .sql(
                """
                WITH gone AS (
                  SELECT i.pk, i.content FROM archive_instance i
                  JOIN archive_series se ON se.pk = i.series_pk
                  JOIN archive_study st ON st.pk = se.study_pk
                  WHERE st.institution = :institution AND st.study_uid = :study
                    AND se.series_uid = :series)
                SELECT content FROM gone
                UNION
                SELECT su.content FROM archive_superseded su JOIN gone ON gone.pk = su.instance_pk
                """)
            .param("institution", institution)
            .param("study", study.value())
            .param("series", series.value())
            .query((row, n) -> InstanceWriter.hash(row.getBytes(1)))
            .list();
    var record = recordOfSeries(institution, study, series, by, why);
    tables
        .sql(
            """
            WITH gone AS (
              DELETE FROM archive_series se USING archive_study st
              WHERE st.pk = se.study_pk AND st.institution = :institution
                AND st.study_uid = :study AND se.series_uid = :series
              RETURNING se.pk, se.study_pk, se.instance_count)
            UPDATE archive_study st SET
              series_count = st.series_count - 1,
              instance_count = st.instance_count - gone.instance_count,
              modalities = ARRAY(SELECT DISTINCT modality FROM archive_series se
                WHERE se.study_pk = st.pk AND se.pk <> gone.pk AND modality <> ''
                ORDER BY modality)
            FROM gone WHERE st.pk = gone.study_pk
            """)
        .param("institution", institution)
        .param("study", study.value())
        .param("series", series.value())
        .update();
    tables
        .sql(
            """
            DELETE FROM archive_study
            WHERE institution = ? AND study_uid = ? AND series_count = 0
            """)
        .params(institution, study.value())
        .update();
    return new Gone(record, contents);
  }

  private Optional<DeletedStudy> recordOfSeries(
      String institution, Uid study, Uid series, String by, String why) {
    return tables
        .sql(
            """
            INSERT INTO archive_deletion (institution, study_uid, series_uid, patient_id,
              instance_count, revision, bytes, deleted_by, why, deleted_at)
            SELECT st.institution, st.study_uid, se.series_uid, p.patient_id, se.instance_count,
              se.revision,
              (SELECT coalesce(sum(i.bytes), 0) FROM archive_instance i
               WHERE i.series_pk = se.pk), :by, :why, now()
            FROM archive_series se JOIN archive_study st ON st.pk = se.study_pk
            JOIN archive_patient p ON p.pk = st.patient_pk
            WHERE st.institution = :institution AND st.study_uid = :study
              AND se.series_uid = :series
            RETURNING patient_id, instance_count, bytes, deleted_at
            """)
        .param("by", by)
        .param("why", why)
        .param("institution", institution)
        .param("study", study.value())
        .param("series", series.value())
        .query(
            (row, n) ->
                new DeletedStudy(
                    institution,
                    study,
                    row.getString("patient_id"),
                    row.getInt("instance_count"),
                    row.getLong("bytes"),
                    by,
                    why,
                    row.getTimestamp("deleted_at").toInstant()))
        .optional();
  }

  private Gone rows(String institution, Uid study, String by, String why) {
    var contents =
        tables
            .sql(
                """
                SELECT i.content FROM archive_instance i
                JOIN archive_series se ON se.pk = i.series_pk JOIN archive_study st ON st.pk = study_pk
                WHERE st.institution = :institution AND st.study_uid = :study
                UNION
                SELECT su.content FROM archive_superseded su
                JOIN archive_instance i ON i.pk = su.instance_pk
                JOIN archive_series se ON se.pk = i.series_pk JOIN archive_study st ON st.pk = study_pk
                WHERE st.institution = :institution AND st.study_uid = :study
                """)
            .param("institution", institution)
            .param("study", study.value())
            .query((row, n) -> InstanceWriter.hash(row.getBytes(1)))
            .list();
    var record =
        tables
            .sql(
                """
                INSERT INTO archive_deletion (institution, study_uid, patient_id, instance_count,
                  revision, bytes, deleted_by, why, deleted_at)
                SELECT st.institution, st.study_uid, p.patient_id, st.instance_count,
                  (SELECT coalesce(max(se.revision), 0) FROM archive_series se
                   WHERE se.study_pk = st.pk),
                  (SELECT coalesce(sum(i.bytes), 0) FROM archive_instance i
                   JOIN archive_series se ON se.pk = i.series_pk WHERE se.study_pk = st.pk),
                  :by, :why, now()
                FROM archive_study st JOIN archive_patient p ON p.pk = st.patient_pk
                WHERE st.institution = :institution AND st.study_uid = :study
                RETURNING patient_id, instance_count, bytes, deleted_at
                """)
            .param("by", by)
            .param("why", why)
            .param("institution", institution)
            .param("study", study.value())
            .query(
                (row, n) ->
                    new DeletedStudy(
                        institution,
                        study,
                        row.getString("patient_id"),
                        row.getInt("instance_count"),
                        row.getLong("bytes"),
                        by,
                        why,
                        row.getTimestamp("deleted_at").toInstant()))
            .optional();
    tables
        .sql("DELETE FROM archive_study WHERE institution = ? AND study_uid = ?")
        .params(institution, study.value())
        .update();
    tables
        .sql(
            """
            DELETE FROM archive_patient p WHERE institution = ?
              AND NOT EXISTS (SELECT 1 FROM archive_study st WHERE st.patient_pk = p.pk)
            """)
        .params(institution)
        .update();
    return new Gone(record, contents);
  }

  /** A file that has just come, or come again, may be on its way into the index: it stays. */
  private void removeUnneeded(ContentHash content) {
    boolean isNeeded =
        tables
            .sql(
                """
                SELECT EXISTS (SELECT 1 FROM archive_instance WHERE content = :content)
                  OR EXISTS (SELECT 1 FROM archive_superseded WHERE content = :content)
                """)
            .param("content", InstanceWriter.bytes(content))
            .query(Boolean.class)
            .single();
    if (!isNeeded) {
      try {
        files.removeOlderThan(content, Instant.now().minus(ContentStore.ON_ITS_WAY));
      } catch (IOException failed) {
        throw new ArchiveFault("the file " + content + " could not be removed", failed);
      }
    }
  }
}
