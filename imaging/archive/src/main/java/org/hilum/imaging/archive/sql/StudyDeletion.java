package org.hilum.imaging.archive.sql;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.hilum.imaging.archive.Archive.DeletedStudy;
import org.hilum.imaging.archive.Archive.Deletion;
import org.hilum.imaging.dicom.Uid;
import org.hilum.platform.storage.ContentHash;
import org.hilum.platform.storage.ContentStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Deletes a study or a series of it: its rows with a record in one transaction, then the files
 * nobody else needs.
 *
 * <p>What arrives at the same moment is either deleted with it and counted in its record, or begins
 * the study anew. A file that a stop or a fault leaves behind is swept up later.
 */
final class StudyDeletion {

  private static final Logger LOG = LoggerFactory.getLogger(StudyDeletion.class);

  /** A study that is deleted whenever something last came of it. */
  static final Instant WHENEVER = Instant.parse("9999-12-31T00:00:00Z");

  private final JdbcClient tables;
  private final TransactionTemplate transaction;
  private final ContentStore files;
  private final ContentRows contents;

  StudyDeletion(DataSource source, ContentStore files) {
    this.tables = JdbcClient.create(source);
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(source));
    this.files = files;
    this.contents = new ContentRows(tables);
  }

  private record Place(long patientPk, long studyPk) {}

  private record Gone(DeletedStudy record, List<ContentHash> contents) {}

  /** Deletes a study, unless something came of it at or after a moment. */
  Optional<DeletedStudy> study(
      String institution, Uid study, Instant quietSince, String by, String why) {
    return delete(institution, study, quietSince, place -> studyRows(place, by, why));
  }

  /** Deletes a series, and its study when nothing is left of it. */
  Optional<DeletedStudy> series(String institution, Uid study, Uid series, String by, String why) {
    return delete(institution, study, WHENEVER, place -> seriesRows(place, series, by, why));
  }

  private Optional<DeletedStudy> delete(
      String institution, Uid study, Instant quietSince, Function<Place, Optional<Gone>> rows) {
    Optional<Gone> gone =
        Objects.requireNonNull(
            transaction.execute(status -> locked(institution, study, quietSince).flatMap(rows)));
    gone.ifPresent(deleted -> deleted.contents().forEach(this::removeUnneeded));
    return gone.map(Gone::record);
  }

  /** Locks patient, then study, as whoever writes does. */
  private Optional<Place> locked(String institution, Uid study, Instant quietSince) {
    var patient =
        tables
            .sql(
                """
                SELECT p.pk FROM archive_patient p JOIN archive_study st ON st.patient_pk = p.pk
                WHERE st.institution = ? AND st.study_uid = ? FOR UPDATE OF p
                """)
            .params(institution, study.value())
            .query(Long.class)
            .optional();
    return patient.flatMap(
        pk ->
            tables
                .sql(
                    """
                    SELECT pk FROM archive_study
                    WHERE institution = ? AND study_uid = ? AND patient_pk = ?
                      AND last_received_at < ? FOR UPDATE
                    """)
                .params(institution, study.value(), pk, Timestamp.from(quietSince))
                .query((row, n) -> new Place(pk, row.getLong("pk")))
                .optional());
  }

  private Optional<Gone> studyRows(Place place, String by, String why) {
    var hashes = contents.of("se.study_pk = ?", place.studyPk());
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
                  ?, ?, now()
                FROM archive_study st JOIN archive_patient p ON p.pk = st.patient_pk
                WHERE st.pk = ?
                RETURNING *
                """)
            .params(by, why, place.studyPk())
            .query((row, n) -> record(row))
            .single();
    forget(place);
    return Optional.of(new Gone(record, hashes));
  }

  private Optional<Gone> seriesRows(Place place, Uid series, String by, String why) {
    var seriesPk =
        tables
            .sql("SELECT pk FROM archive_series WHERE study_pk = ? AND series_uid = ? FOR UPDATE")
            .params(place.studyPk(), series.value())
            .query(Long.class)
            .optional();
    if (seriesPk.isEmpty()) {
      return Optional.empty();
    }
    var hashes = contents.of("se.pk = ?", seriesPk.get());
    var record =
        tables
            .sql(
                """
                INSERT INTO archive_deletion (institution, study_uid, series_uid, patient_id,
                  instance_count, revision, bytes, deleted_by, why, deleted_at)
                SELECT st.institution, st.study_uid, se.series_uid, p.patient_id,
                  se.instance_count, se.revision, (SELECT coalesce(sum(i.bytes), 0) FROM archive_instance i
                    WHERE i.series_pk = se.pk), ?, ?, now()
                FROM archive_series se JOIN archive_study st ON st.pk = se.study_pk
                JOIN archive_patient p ON p.pk = st.patient_pk
                WHERE se.pk = ?
                RETURNING *
                """)
            .params(by, why, seriesPk.get())
            .query((row, n) -> record(row))
            .single();
    if (takeOut(place.studyPk(), seriesPk.get()) == 0) {
      forget(place);
    }
    return Optional.of(new Gone(record, hashes));
  }

  /** Deletes the rows of a series; gives how many series are left of its study. */
  private int takeOut(long studyPk, long seriesPk) {
    tables.sql("DELETE FROM archive_series WHERE pk = ?").param(seriesPk).update();
    return tables
        .sql(
            """
            UPDATE archive_study st SET
              (series_count, instance_count, modalities) = (
                SELECT count(*), coalesce(sum(instance_count), 0), coalesce(
                  array_agg(DISTINCT modality ORDER BY modality) FILTER (WHERE modality <> ''), '{}')
                FROM archive_series WHERE study_pk = st.pk)
            WHERE pk = ? RETURNING series_count
            """)
        .param(studyPk)
        .query(Integer.class)
        .single();
  }

  private void forget(Place place) {
    tables.sql("DELETE FROM archive_study WHERE pk = ?").param(place.studyPk()).update();
    tables
        .sql(
            """
            DELETE FROM archive_patient p WHERE pk = ?
              AND NOT EXISTS (SELECT 1 FROM archive_study st WHERE st.patient_pk = p.pk)
            """)
        .param(place.patientPk())
        .update();
  }

  /** Records of what was deleted from a moment on and before another, earliest first. */
  List<Deletion> records(String institution, Instant from, Instant to) {
    return tables
        .sql(
            """
            SELECT * FROM archive_deletion
            WHERE institution = ? AND deleted_at >= ? AND deleted_at < ? ORDER BY deleted_at
            """)
        .params(institution, Timestamp.from(from), Timestamp.from(to))
        .query((row, n) -> new Deletion(record(row), seriesIn(row)))
        .list();
  }

  private static List<Uid> seriesIn(ResultSet row) throws SQLException {
    var series = row.getString("series_uid");
    return series.isEmpty() ? List.of() : List.of(new Uid(series));
  }

  private static DeletedStudy record(ResultSet row) throws SQLException {
    return new DeletedStudy(
        row.getString("institution"),
        new Uid(row.getString("study_uid")),
        row.getString("patient_id"),
        row.getInt("instance_count"),
        row.getLong("bytes"),
        row.getString("deleted_by"),
        row.getString("why"),
        row.getTimestamp("deleted_at").toInstant());
  }

  private void removeUnneeded(ContentHash content) {
    try {
      files.remove(content, contents::isReferredTo);
    } catch (IOException | DataAccessException failed) {
      LOG.warn("the file {} stays until it is swept up: {}", content, failed.toString());
    }
  }
}
