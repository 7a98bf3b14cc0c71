package org.hilum.benchmarks.archive;

import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/**
 * An index of a million instances, as a hospital has it after some months: made by the database
 * itself, so that it is there within a minute.
 *
 * <p>3,402 studies of 2,500 patients over three years, three in five of the institution {@code
 * main}, the rest of forty others. Each has a localizer, a series of 293 slices, and every tenth a
 * report.
 */
final class MillionInstances {

  static final int STUDIES = 3402;
  static final int PATIENTS = 2500;
  private static final int SLICES = 293;

  private static final String INSTITUTION =
      "CASE WHEN n % 5 < 3 THEN 'main' ELSE 'site-' || n % 40 END";

  private static final List<String> STATEMENTS =
      List.of(
          """
          INSERT INTO archive_patient
            (institution, patient_key, patient_id, issuer, name, name_folded, birth_date, sex)
          SELECT %s, 'id:P' || n, 'P' || lpad(n::text, 6, '0'), '',
            f || '^' || g || '=' || fc || '^' || gc,
            lower(f || ' ' || g || ' ' || fc || ' ' || gc),
            to_char(date '1930-01-01' + n * 9, 'YYYYMMDD'), CASE n %% 2 WHEN 0 THEN 'M' ELSE 'F' END
          FROM generate_series(0, %d) n,
            LATERAL (SELECT (ARRAY['Wang','Li','Zhang','Liu','Chen','Yang','Huang','Zhao'])
                [1 + n %% 8] AS f,
              (ARRAY['王','李','张','刘','陈','杨','黄','赵'])[1 + n %% 8] AS fc,
              (ARRAY['Xiao','Ming','Hua','Jun','Yan'])[1 + n %% 5]
                || (ARRAY['Dong','Li','Hong','Wei','Ping','Mei','Gang'])[1 + n %% 7] AS g,
              (ARRAY['小','明','华','军','燕'])[1 + n %% 5]
                || (ARRAY['东','丽','红','伟','平','梅','刚'])[1 + n %% 7] AS gc) names
          """
              .formatted(INSTITUTION, PATIENTS - 1),
          """
          INSERT INTO archive_study (patient_pk, institution, study_uid, study_date, study_time,
            accession_number, study_id, description, referring_physician, modalities, series_count,
            instance_count, first_received_at, last_received_at)
          SELECT p.pk, p.institution, '1.2.826.0.1.3680043.9.1.' || n,
            to_char(date '2024-01-01' + (n * 37 %% 1096), 'YYYYMMDD'),
            to_char(time '07:00' + (n * 97 %% 43200) * interval '1 second', 'HH24MISS'),
            'A' || lpad(n::text, 8, '0'), n::text, 'Thorax', 'Ref^Er',
            CASE n %% 10 WHEN 0 THEN ARRAY['CT', 'SR'] ELSE ARRAY['CT'] END,
            CASE n %% 10 WHEN 0 THEN 3 ELSE 2 END, %d, now(), now()
          FROM generate_series(0, %d) n
          JOIN archive_patient p ON p.patient_id = 'P' || lpad((n * 7 %% %d)::text, 6, '0')
          """
              .formatted(SLICES + 1, STUDIES - 1, PATIENTS),
          """
          INSERT INTO archive_audience (institution, study_pk, since)
          SELECT institution, pk, now() FROM archive_study
          """,
          """
          INSERT INTO archive_series (study_pk, series_uid, modality, series_number, description,
            body_part, manufacturer, station, performed_date, performed_time, instance_count,
            revision, last_received_at)
          SELECT s.pk, s.study_uid || '.' || n, CASE n WHEN 3 THEN 'SR' ELSE 'CT' END, n,
            'Lung 1 mm', 'CHEST', 'Phantom', 'CT' || s.pk %% 7, s.study_date, s.study_time,
            CASE n WHEN 2 THEN %d ELSE 1 END, 1, now()
          FROM archive_study s, generate_series(1, 3) n WHERE n <= s.series_count
          """
              .formatted(SLICES),
          """
          INSERT INTO archive_instance (series_pk, institution, sop_uid, sop_class_uid,
            transfer_syntax, instance_number, pixel_rows, pixel_columns, bits_allocated, frames,
            content, bytes, source, received_at)
          SELECT r.pk, s.institution, r.series_uid || '.' || n, '1.2.840.10008.5.1.4.1.1.2',
            '1.2.840.10008.1.2.1', n, 512, 512, 16, 1, sha256((r.series_uid || n)::bytea), 527000,
            'dimse:CT1', now()
          FROM archive_series r JOIN archive_study s ON s.pk = r.study_pk,
            LATERAL generate_series(1, r.instance_count) n
          """,
          "ANALYZE archive_patient, archive_study, archive_audience, archive_series,"
              + " archive_instance");

  private MillionInstances() {}

  static String study(int n) {
    return "1.2.826.0.1.3680043.9.1." + n;
  }

  /** Loads it, and says how many instances there are. */
  static long load(DataSource tables) throws SQLException {
    try (var connection = tables.getConnection();
        var statement = connection.createStatement()) {
      for (var sql : STATEMENTS) {
        statement.execute(sql);
      }
      statement.execute("VACUUM archive_instance");
      try (var count = statement.executeQuery("SELECT count(*) FROM archive_instance")) {
        count.next();
        return count.getLong(1);
      }
    }
  }
}
