package org.hilum.imaging.archive.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.hilum.imaging.archive.Archive.ArchivedSeries;
import org.hilum.imaging.archive.Archive.ArchivedStudy;
import org.hilum.imaging.archive.ArchivedInstance;
import org.hilum.imaging.archive.InstanceSelection;
import org.hilum.imaging.archive.Visibility;
import org.hilum.imaging.dicom.Uid;
import org.hilum.platform.storage.ContentStore;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads studies, series and instances out of the index. */
final class IndexReader {

  private static final String INSTANCES =
      """
      SELECT i.institution, st.study_uid, se.series_uid, i.sop_uid, i.sop_class_uid,
        i.transfer_syntax, i.content, i.bytes, i.instance_number, i.frames, i.received_at
      FROM archive_study st
      JOIN archive_series se ON se.study_pk = st.pk
      JOIN archive_instance i ON i.series_pk = se.pk
      """;

  private static final String SERIES =
      """
      SELECT st.institution, st.study_uid, se.series_uid, se.modality, se.description,
        se.instance_count, se.revision, se.last_received_at
      FROM archive_series se JOIN archive_study st ON st.pk = se.study_pk
      """;

  private static final String STUDIES =
      """
      SELECT st.*, p.patient_key, p.patient_id, p.name
      FROM archive_study st JOIN archive_patient p ON p.pk = st.patient_pk
      """;

  private final JdbcClient tables;
  private final ContentStore files;

  IndexReader(JdbcClient tables, ContentStore files) {
    this.tables = tables;
    this.files = files;
  }

  List<ArchivedInstance> instances(InstanceSelection selection, Visibility visibility) {
    // Only what is asked for stands in the statement, so that its plan is made for that.
    var where = new StringBuilder("WHERE true");
    if (selection.studyInstanceUid().isPresent()) {
      where.append(" AND st.study_uid = :study");
    }
    if (!selection.seriesInstanceUids().isEmpty()) {
      where.append(" AND se.series_uid = ANY (:series)");
    }
    if (!selection.sopInstanceUids().isEmpty()) {
      where.append(" AND i.sop_uid = ANY (:sops)");
    }
    if (!visibility.isEverything()) {
      where.append(" AND EXISTS (SELECT 1 FROM archive_audience a");
      where.append(" WHERE a.study_pk = st.pk AND a.institution = ANY (:seers))");
    }
    return tables
        .sql(
            INSTANCES + where + " ORDER BY st.pk, se.series_number, se.pk, i.instance_number, i.pk")
        .param("study", selection.studyInstanceUid().map(Uid::value).orElse(""))
        .param("series", values(selection.seriesInstanceUids()))
        .param("sops", values(selection.sopInstanceUids()))
        .param("seers", visibility.institutions().toArray(String[]::new))
        .query((row, n) -> instance(row))
        .list();
  }

  private static String[] values(Set<Uid> uids) {
    return uids.stream().map(Uid::value).toArray(String[]::new);
  }

  private ArchivedInstance instance(ResultSet row) throws SQLException {
    int number = row.getInt("instance_number");
    var instanceNumber = row.wasNull() ? OptionalInt.empty() : OptionalInt.of(number);
    return new ArchivedInstance(
        row.getString("institution"),
        new Uid(row.getString("study_uid")),
        new Uid(row.getString("series_uid")),
        new Uid(row.getString("sop_uid")),
        new Uid(row.getString("sop_class_uid")),
        row.getString("transfer_syntax"),
        files.place(InstanceWriter.hash(row.getBytes("content"))),
        row.getLong("bytes"),
        instanceNumber,
        row.getInt("frames"),
        row.getTimestamp("received_at").toInstant());
  }

  Optional<ArchivedStudy> study(String institution, Uid study) {
    return tables
        .sql(STUDIES + "WHERE st.institution = ? AND st.study_uid = ?")
        .params(institution, study.value())
        .query((row, n) -> StudyRow.of(row))
        .optional()
        .map(this::withSeries);
  }

  List<ArchivedStudy> studiesOfPatient(String institution, Uid study) {
    return tables
        .sql(
            STUDIES
                + """
                WHERE st.patient_pk = (SELECT patient_pk FROM archive_study
                  WHERE institution = ? AND study_uid = ?)
                ORDER BY st.study_date, st.study_time, st.pk
                """)
        .params(institution, study.value())
        .query((row, n) -> StudyRow.of(row))
        .list()
        .stream()
        .map(this::withSeries)
        .toList();
  }

  /** A page of studies of which nothing came since a moment, in the order of their keys. */
  List<StudyRow> quietSince(Instant moment, long afterPk, int most) {
    return tables
        .sql(STUDIES + "WHERE st.last_received_at < ? AND st.pk > ? ORDER BY st.pk LIMIT ?")
        .params(Timestamp.from(moment), afterPk, most)
        .query((row, n) -> StudyRow.of(row))
        .list();
  }

  /**
   * A study without its series: those are asked for when this query's connection is given back,
   * since many who each hold one and want another would wait for ever.
   */
  record StudyRow(long pk, ArchivedStudy study) {
    static StudyRow of(ResultSet row) throws SQLException {
      return new StudyRow(
          row.getLong("pk"),
          new ArchivedStudy(
              row.getString("institution"),
              new Uid(row.getString("study_uid")),
              row.getString("patient_key"),
              row.getString("patient_id"),
              row.getString("name"),
              row.getString("study_date"),
              row.getString("study_time"),
              row.getString("accession_number"),
              row.getString("description"),
              Arrays.asList((String[]) row.getArray("modalities").getArray()),
              row.getInt("series_count"),
              row.getInt("instance_count"),
              row.getTimestamp("first_received_at").toInstant(),
              row.getTimestamp("last_received_at").toInstant(),
              List.of()));
    }
  }

  ArchivedStudy withSeries(StudyRow row) {
    var study = row.study();
    return new ArchivedStudy(
        study.institution(),
        study.studyInstanceUid(),
        study.patientKey(),
        study.patientId(),
        study.patientName(),
        study.studyDate(),
        study.studyTime(),
        study.accessionNumber(),
        study.description(),
        study.modalities(),
        study.seriesCount(),
        study.instanceCount(),
        study.firstReceivedAt(),
        study.lastReceivedAt(),
        seriesOf(row.pk()));
  }

  private List<ArchivedSeries> seriesOf(long study) {
    return tables
        .sql(SERIES + "WHERE se.study_pk = ? ORDER BY se.series_number, se.pk")
        .params(study)
        .query((row, n) -> series(row))
        .list();
  }

  private static ArchivedSeries series(ResultSet row) throws SQLException {
    return new ArchivedSeries(
        row.getString("institution"),
        new Uid(row.getString("study_uid")),
        new Uid(row.getString("series_uid")),
        row.getString("modality"),
        row.getString("description"),
        row.getInt("instance_count"),
        row.getLong("revision"),
        row.getTimestamp("last_received_at").toInstant());
  }

  List<ArchivedSeries> changedSince(Instant moment) {
    return tables
        .sql(SERIES + "WHERE se.last_received_at >= ? ORDER BY se.last_received_at")
        .params(Timestamp.from(moment))
        .query((row, n) -> series(row))
        .list();
  }
}
