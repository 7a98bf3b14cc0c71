package org.hilum.imaging.archive.sql;

import org.hilum.imaging.archive.ArchiveKey;
import org.hilum.imaging.archive.QueryLevel;

/** Where in the tables each key lies, how levels are joined, and in which order they are given. */
final class SearchTables {

  private SearchTables() {}

  /** The expression of a key. */
  static String column(ArchiveKey key) {
    return switch (key) {
      case PATIENT_NAME -> "p.name";
      case PATIENT_ID -> "p.patient_id";
      case ISSUER_OF_PATIENT_ID -> "p.issuer";
      case PATIENT_BIRTH_DATE -> "p.birth_date";
      case PATIENT_SEX -> "p.sex";
      case PATIENT_STUDIES -> "t.studies";
      case PATIENT_SERIES -> "t.series";
      case PATIENT_INSTANCES -> "t.instances";
      case STUDY_INSTANCE_UID -> "s.study_uid";
      case STUDY_DATE -> "s.study_date";
      case STUDY_TIME -> "s.study_time";
      case ACCESSION_NUMBER -> "s.accession_number";
      case STUDY_ID -> "s.study_id";
      case STUDY_DESCRIPTION -> "s.description";
      case REFERRING_PHYSICIAN_NAME -> "s.referring_physician";
      case MODALITIES_IN_STUDY -> "s.modalities";
      case STUDY_SERIES -> "s.series_count";
      case STUDY_INSTANCES -> "s.instance_count";
      case SERIES_INSTANCE_UID -> "r.series_uid";
      case MODALITY -> "r.modality";
      case SERIES_NUMBER -> "r.series_number";
      case SERIES_DESCRIPTION -> "r.description";
      case BODY_PART_EXAMINED -> "r.body_part";
      case MANUFACTURER -> "r.manufacturer";
      case STATION_NAME -> "r.station";
      case PERFORMED_DATE -> "r.performed_date";
      case PERFORMED_TIME -> "r.performed_time";
      case SERIES_INSTANCES -> "r.instance_count";
      case SOP_INSTANCE_UID -> "i.sop_uid";
      case SOP_CLASS_UID -> "i.sop_class_uid";
      case TRANSFER_SYNTAX -> "i.transfer_syntax";
      case INSTANCE_NUMBER -> "i.instance_number";
      case ROWS -> "i.pixel_rows";
      case COLUMNS -> "i.pixel_columns";
      case BITS_ALLOCATED -> "i.bits_allocated";
      case NUMBER_OF_FRAMES -> "i.frames";
    };
  }

  /** The tables of a level, of which only what may be seen counts. */
  static Clause from(QueryLevel level, Clause mayBeSeen) {
    var joined =
        switch (level) {
          case PATIENT -> patients(mayBeSeen);
          case STUDY -> STUDIES;
          case SERIES -> STUDIES + "JOIN archive_series r ON r.study_pk = s.pk\n";
          case INSTANCE ->
              STUDIES
                  + "JOIN archive_series r ON r.study_pk = s.pk\n"
                  + "JOIN archive_instance i ON i.series_pk = r.pk\n";
        };
    return level == QueryLevel.PATIENT
        ? new Clause(joined + "WHERE t.studies > 0", mayBeSeen.values())
        : new Clause(joined + "WHERE " + mayBeSeen.sql(), mayBeSeen.values());
  }

  private static final String STUDIES =
      "FROM archive_study s JOIN archive_patient p ON p.pk = s.patient_pk\n";

  private static String patients(Clause mayBeSeen) {
    return """
        FROM archive_patient p CROSS JOIN LATERAL (
          SELECT count(*) AS studies, coalesce(sum(s.series_count), 0) AS series,
            coalesce(sum(s.instance_count), 0) AS instances,
            max(s.study_date || s.study_time) AS newest
          FROM archive_study s WHERE s.patient_pk = p.pk AND %s) t
        """
        .formatted(mayBeSeen.sql());
  }

  /** Newest study first, then by number; the same question gives the same order. */
  static String order(QueryLevel level) {
    var studies = "s.study_date DESC, s.study_time DESC, s.pk DESC";
    return switch (level) {
      case PATIENT -> "t.newest DESC, p.pk DESC";
      case STUDY -> studies;
      case SERIES -> studies + ", r.series_number, r.pk";
      case INSTANCE -> studies + ", r.series_number, r.pk, i.instance_number, i.pk";
    };
  }
}
