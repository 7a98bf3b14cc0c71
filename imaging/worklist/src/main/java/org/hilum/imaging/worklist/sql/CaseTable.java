package org.hilum.imaging.worklist.sql;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import javax.sql.DataSource;
import org.hilum.imaging.archive.Archive.ArchivedStudy;
import org.hilum.imaging.worklist.CaseKey;
import org.hilum.imaging.worklist.CaseReason;
import org.hilum.imaging.worklist.CaseState;
import org.hilum.imaging.worklist.ReadingSummary;
import org.hilum.imaging.worklist.Urgency;
import org.hilum.imaging.worklist.UrgencyLevel;
import org.hilum.imaging.worklist.WorklistEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes the table of cases, one statement a change; each gives the entry as it is then. */
public final class CaseTable {

  private static final String KEY = " WHERE institution = :institution AND study_uid = :study ";
  private static final String ENTRY = "RETURNING *";

  private final JdbcClient tables;

  public CaseTable(DataSource source) {
    this.tables = JdbcClient.create(source);
  }

  /** A study comes in, or has changed; the state of a case that is known stays. */
  public WorklistEntry arrived(ArchivedStudy study, List<String> readers, Instant now) {
    var entry =
        tables
            .sql(
                """
                INSERT INTO worklist_case (institution, study_uid, patient_id, patient_name,
                  name_folded, study_date, study_time, accession_number, description, modalities,
                  instance_count, state, state_since, arrived_at, last_image_at)
                VALUES (:institution, :study, :patientId, :name, :folded, :date, :time, :accession,
                  :description, :modalities, :count, 'ARRIVING', :now, :first, :last)
                ON CONFLICT (institution, study_uid) DO UPDATE SET
                  patient_name = EXCLUDED.patient_name, name_folded = EXCLUDED.name_folded,
                  modalities = EXCLUDED.modalities, instance_count = EXCLUDED.instance_count,
                  last_image_at = EXCLUDED.last_image_at
                """
                    + ENTRY)
            .param("institution", study.institution())
            .param("study", study.studyInstanceUid().value())
            .param("patientId", study.patientId())
            .param("name", study.patientName())
            .param("folded", folded(study.patientName()))
            .param("date", study.studyDate())
            .param("time", study.studyTime())
            .param("accession", study.accessionNumber())
            .param("description", study.description())
            .param("modalities", study.modalities().toArray(String[]::new))
            .param("count", study.instanceCount())
            .param("now", Timestamp.from(now))
            .param("first", Timestamp.from(study.firstReceivedAt()))
            .param("last", Timestamp.from(study.lastReceivedAt()))
            .query((row, n) -> EntryRow.of(row))
            .single();
    readers.forEach(reader -> give(entry.key(), reader));
    give(entry.key(), study.institution());
    return entry;
  }

  /** Every spelling in lower case, parts parted by single spaces. */
  static String folded(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[\\s^=]+", " ").strip();
  }

  private void give(CaseKey key, String reader) {
    tables
        .sql(
            "INSERT INTO worklist_audience (institution, case_pk) SELECT :reader, pk"
                + " FROM worklist_case"
                + KEY
                + "ON CONFLICT DO NOTHING")
        .param("reader", reader)
        .param("institution", key.institution())
        .param("study", key.studyInstanceUid().value())
        .update();
  }

  /** A case goes to another state; since when is kept where it was in that state already. */
  public Optional<WorklistEntry> goTo(
      CaseKey key, CaseState state, List<CaseReason> reasons, @Nullable Long job, Instant now) {
    return update(
            key,
            """
            state = :state, reasons = :reasons, job_id = coalesce(:job, job_id),
            state_since = CASE WHEN state = :state THEN state_since ELSE :now END
            """)
        .param("state", state.name())
        .param("reasons", ReasonsText.of(reasons))
        .param("job", job, Types.BIGINT)
        .param("now", Timestamp.from(now))
        .query((row, n) -> EntryRow.of(row))
        .optional();
  }

  /** A reading is needed; or it was asked for. */
  public void needsReading(CaseKey key, boolean isNeeded) {
    tables
        .sql("UPDATE worklist_case SET needs_reading = :needed" + KEY)
        .param("needed", isNeeded)
        .param("institution", key.institution())
        .param("study", key.studyInstanceUid().value())
        .update();
  }

  /** Cases for which a reading is needed and was not asked for. */
  public List<WorklistEntry> needingReading() {
    return tables
        .sql("SELECT * FROM worklist_case WHERE needs_reading")
        .query((row, n) -> EntryRow.of(row))
        .list();
  }

  /** A case for which a reading is needed and was not asked for. */
  public Optional<WorklistEntry> needingReading(CaseKey key) {
    return tables
        .sql("SELECT * FROM worklist_case" + KEY + "AND needs_reading")
        .param("institution", key.institution())
        .param("study", key.studyInstanceUid().value())
        .query((row, n) -> EntryRow.of(row))
        .optional();
  }

  /** A case was read. */
  public Optional<WorklistEntry> read(
      CaseKey key,
      ReadingSummary summary,
      Urgency found,
      int version,
      List<CaseReason> remarks,
      Instant now) {
    return update(
            key,
            """
            state = 'READ', state_since = :now, read_at = :now, version = :version,
            reasons = :reasons, opacity_percent = :percent, opacity_low = :low,
            opacity_high = :high, lesion_count = :lesions, category = :category,
            within_validated = :within, found_level = :level, found_reason = :reason
            """)
        .param("now", Timestamp.from(now))
        .param("version", version)
        .param("reasons", ReasonsText.of(remarks))
        .param("percent", boxed(summary.opacityPercent()), Types.DOUBLE)
        .param("low", boxed(summary.opacityPercentLow()), Types.DOUBLE)
        .param("high", boxed(summary.opacityPercentHigh()), Types.DOUBLE)
        .param(
            "lesions",
            summary.lesionCount().isPresent() ? summary.lesionCount().getAsInt() : null,
            Types.INTEGER)
        .param("category", summary.category().orElse(null), Types.VARCHAR)
        .param("within", summary.isWithinValidated())
        .param("level", found.level().ordinal())
        .param("reason", found.reason())
        .query((row, n) -> EntryRow.of(row))
        .optional();
  }

  private static @Nullable Double boxed(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }

  /** A case was compared with a prior. */
  public Optional<WorklistEntry> compared(CaseKey key, String verdict, Urgency found) {
    return update(
            key,
            """
            comparison = :verdict,
            found_reason = CASE WHEN :level > found_level THEN :reason ELSE found_reason END,
            found_level = greatest(found_level, :level)
            """)
        .param("verdict", verdict)
        .param("level", found.level().ordinal())
        .param("reason", found.reason())
        .query((row, n) -> EntryRow.of(row))
        .optional();
  }

  /** Gives a case to an account, or to nobody. */
  public Optional<WorklistEntry> assign(CaseKey key, Optional<String> account) {
    return update(key, "assigned_to = :account")
        .param("account", account.orElse(null), Types.VARCHAR)
        .query((row, n) -> EntryRow.of(row))
        .optional();
  }

  /** What was asked for, in place of what was asked before. */
  public Optional<WorklistEntry> ask(CaseKey key, Urgency urgency) {
    return update(key, "asked_level = :level, asked_reason = :reason, asked_by = :by")
        .param("level", urgency.level().ordinal())
        .param("reason", urgency.reason())
        .param("by", urgency.by())
        .query((row, n) -> EntryRow.of(row))
        .optional();
  }

  private JdbcClient.StatementSpec update(CaseKey key, String changes) {
    return tables
        .sql("UPDATE worklist_case SET " + changes + KEY + ENTRY)
        .param("institution", key.institution())
        .param("study", key.studyInstanceUid().value());
  }

  /** A case, whoever may see it. */
  public Optional<WorklistEntry> entry(CaseKey key) {
    return tables
        .sql("SELECT * FROM worklist_case" + KEY)
        .param("institution", key.institution())
        .param("study", key.studyInstanceUid().value())
        .query((row, n) -> EntryRow.of(row))
        .optional();
  }

  /** Whether an institution sees a case. */
  public boolean isSeenBy(CaseKey key, String institution) {
    return tables
        .sql(
            "SELECT EXISTS (SELECT 1 FROM worklist_audience a JOIN worklist_case c"
                + " ON c.pk = a.case_pk WHERE a.institution = :reader"
                + " AND c.institution = :institution AND c.study_uid = :study)")
        .param("reader", institution)
        .param("institution", key.institution())
        .param("study", key.studyInstanceUid().value())
        .query(Boolean.class)
        .single();
  }

  /** Institutions that see a case. */
  public List<String> seers(CaseKey key) {
    return tables
        .sql(
            "SELECT a.institution FROM worklist_audience a JOIN worklist_case c"
                + " ON c.pk = a.case_pk"
                + " WHERE c.institution = :institution AND c.study_uid = :study")
        .param("institution", key.institution())
        .param("study", key.studyInstanceUid().value())
        .query(String.class)
        .list();
  }

  /** Takes a case off the list: its study was deleted. */
  public void forget(CaseKey key) {
    tables
        .sql("DELETE FROM worklist_case" + KEY)
        .param("institution", key.institution())
        .param("study", key.studyInstanceUid().value())
        .update();
  }

  /** What is asked for of a case. */
  public UrgencyLevel urgency(CaseKey key) {
    return entry(key).map(entry -> entry.urgency().level()).orElse(UrgencyLevel.ROUTINE);
  }
}
