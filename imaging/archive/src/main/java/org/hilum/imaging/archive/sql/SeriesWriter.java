package org.hilum.imaging.archive.sql;

import java.sql.Connection;
import java.sql.SQLException;
import org.hilum.imaging.archive.NewInstance;
import org.hilum.imaging.archive.sql.InstanceWriter.Place;
import org.hilum.imaging.dicom.Tag;

/**
 * Makes sure that patient, study and series of an instance are in the index: once a series. Within
 * the caller's transaction.
 */
final class SeriesWriter {

  /** What a later study says of a patient counts. */
  private static final String PATIENT =
      """
      INSERT INTO archive_patient
        (institution, patient_key, patient_id, issuer, name, name_folded, birth_date, sex)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (institution, patient_key) DO UPDATE SET
        name = CASE WHEN EXCLUDED.name = '' THEN archive_patient.name ELSE EXCLUDED.name END,
        name_folded = CASE WHEN EXCLUDED.name = '' THEN archive_patient.name_folded
          ELSE EXCLUDED.name_folded END,
        birth_date = CASE WHEN EXCLUDED.birth_date = '' THEN archive_patient.birth_date
          ELSE EXCLUDED.birth_date END,
        sex = CASE WHEN EXCLUDED.sex = '' THEN archive_patient.sex ELSE EXCLUDED.sex END
      RETURNING pk
      """;

  /** What the first instance of a study says of it stays. */
  private static final String STUDY =
      """
      INSERT INTO archive_study (patient_pk, institution, study_uid, study_date, study_time,
        accession_number, study_id, description, referring_physician, first_received_at,
        last_received_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (institution, study_uid) DO UPDATE SET institution = EXCLUDED.institution
      RETURNING pk, patient_pk
      """;

  private static final String AUDIENCE =
      """
      INSERT INTO archive_audience (institution, study_pk, since) VALUES (?, ?, ?)
      ON CONFLICT DO NOTHING
      """;

  /** After a deletion its revisions go on: work on what was deleted is not taken for work on it. */
  private static final String SERIES =
      """
      INSERT INTO archive_series (study_pk, series_uid, modality, series_number, description,
        body_part, manufacturer, station, performed_date, performed_time, last_received_at,
        revision)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, (SELECT coalesce(max(revision), 0)
        FROM archive_deletion WHERE institution = ? AND study_uid = ?))
      ON CONFLICT (study_pk, series_uid) DO UPDATE SET study_pk = EXCLUDED.study_pk
      RETURNING pk, instance_count
      """;

  private static final String MODALITIES =
      """
      UPDATE archive_study SET
        modalities = ARRAY(SELECT DISTINCT modality FROM archive_series
          WHERE study_pk = archive_study.pk AND modality <> '' ORDER BY modality),
        series_count = (SELECT count(*) FROM archive_series WHERE study_pk = archive_study.pk)
      WHERE pk = ?
      """;

  Place write(Connection connection, NewInstance instance, IndexedHeader header)
      throws SQLException, ElsewhereException {
    long patient = patient(connection, instance, header);
    long study = study(connection, instance, header, patient);
    try (var statement = connection.prepareStatement(AUDIENCE)) {
      statement.setString(1, instance.institution());
      statement.setLong(2, study);
      InstanceWriter.setMoment(statement, 3, instance.receivedAt());
      statement.executeUpdate();
    }
    var place = place(connection, instance, header, study);
    try (var statement = connection.prepareStatement(MODALITIES)) {
      statement.setLong(1, study);
      statement.executeUpdate();
    }
    return place;
  }

  private static long patient(Connection connection, NewInstance instance, IndexedHeader header)
      throws SQLException {
    try (var statement = connection.prepareStatement(PATIENT)) {
      statement.setString(1, instance.institution());
      statement.setString(2, header.patientKey());
      statement.setString(3, header.text(Tag.PATIENT_ID));
      statement.setString(4, header.text(Tag.ISSUER_OF_PATIENT_ID));
      statement.setString(5, header.text(Tag.PATIENT_NAME));
      statement.setString(6, header.foldedName());
      statement.setString(7, header.text(Tag.PATIENT_BIRTH_DATE));
      statement.setString(8, header.text(Tag.PATIENT_SEX));
      try (var rows = statement.executeQuery()) {
        rows.next();
        return rows.getLong("pk");
      }
    }
  }

  private static long study(
      Connection connection, NewInstance instance, IndexedHeader header, long patient)
      throws SQLException, ElsewhereException {
    try (var statement = connection.prepareStatement(STUDY)) {
      statement.setLong(1, patient);
      statement.setString(2, instance.institution());
      statement.setString(3, instance.studyInstanceUid().value());
      statement.setString(4, header.text(Tag.STUDY_DATE));
      statement.setString(5, header.text(Tag.STUDY_TIME));
      statement.setString(6, header.text(Tag.ACCESSION_NUMBER));
      statement.setString(7, header.text(Tag.STUDY_ID));
      statement.setString(8, header.text(Tag.STUDY_DESCRIPTION));
      statement.setString(9, header.text(Tag.REFERRING_PHYSICIAN_NAME));
      InstanceWriter.setMoment(statement, 10, instance.receivedAt());
      InstanceWriter.setMoment(statement, 11, instance.receivedAt());
      try (var rows = statement.executeQuery()) {
        rows.next();
        if (rows.getLong("patient_pk") != patient) {
          throw new ElsewhereException(
              "this study is here as that of another patient: correct the Patient ID at its"
                  + " source and send the study again");
        }
        return rows.getLong("pk");
      }
    }
  }

  private static Place place(
      Connection connection, NewInstance instance, IndexedHeader header, long study)
      throws SQLException {
    try (var statement = connection.prepareStatement(SERIES)) {
      statement.setLong(1, study);
      statement.setString(2, instance.seriesInstanceUid().value());
      statement.setString(3, header.text(Tag.MODALITY));
      InstanceWriter.setInteger(statement, 4, header.integer(Tag.SERIES_NUMBER));
      statement.setString(5, header.text(Tag.SERIES_DESCRIPTION));
      statement.setString(6, header.text(Tag.BODY_PART_EXAMINED));
      statement.setString(7, header.text(Tag.MANUFACTURER));
      statement.setString(8, header.text(Tag.STATION_NAME));
      statement.setString(9, header.text(Tag.PERFORMED_PROCEDURE_STEP_START_DATE));
      statement.setString(10, header.text(Tag.PERFORMED_PROCEDURE_STEP_START_TIME));
      InstanceWriter.setMoment(statement, 11, instance.receivedAt());
      statement.setString(12, instance.institution());
      statement.setString(13, instance.studyInstanceUid().value());
      try (var rows = statement.executeQuery()) {
        rows.next();
        return new Place(study, rows.getLong("pk"), rows.getInt("instance_count") == 0);
      }
    }
  }
}
