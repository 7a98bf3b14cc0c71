package org.hilum.imaging.worklist.sql;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import javax.sql.DataSource;
import org.hilum.imaging.archive.Archive.ArchivedStudy;
import org.hilum.imaging.worklist.CaseKey;
import org.hilum.imaging.worklist.CaseReason;
import org.hilum.imaging.worklist.CaseState;
import org.hilum.imaging.worklist.ReadingSummary;
import org.hilum.imaging.worklist.Urgency;
import org.hilum.imaging.worklist.Worklist.Seen;
import org.hilum.imaging.worklist.WorklistEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes the table of cases, one statement a change; each gives the entry as it is then, or nothing
 * where there is no such case or a newer job speaks for it.
 */
public final class CaseTable {

  private static final String KEY = " WHERE institution = :institution AND study_uid = :study ";
  private static final String ENTRY = "RETURNING *";

  /** A job says nothing any more once a newer one was asked for, or once it has said its last. */
  private static final String SPEAKS =
      """
      AND coalesce(job_id, 0) <= :job
      AND NOT (job_id = :job AND state IN ('READ', 'REFUSED'))
      """;

  private final JdbcClient tables;
  private final TransactionTemplate transaction;

  public CaseTable(DataSource source) {
    this.tables = JdbcClient.create(source);
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(source));
  }

  /** A study comes in, or has changed; the state of a case that is known stays. */
  public WorklistEntry arrived(ArchivedStudy study, List<String> readers, Instant now) {
    var seers = new HashSet<>(readers);
    seers.add(study.institution());
    return Objects.requireNonNull(
        transaction.execute(
            status -> {
              var entry = upsert(study, now);
              give(entry.key(), seers);
              return entry;
            }));
  }

  private WorklistEntry upsert(ArchivedStudy study, Instant now) {
    return described(
            study,
            """
            INSERT INTO worklist_case (institution, study_uid, patient_id, patient_name,
              name_folded, name_signs, study_date, study_time, accession_number, description,
              modalities, instance_count, state, state_since, arrived_at, last_image_at)
            VALUES (:institution, :study, :patientId, :name, :folded, :signs, :date, :time,
              :accession, :description, :modalities, :count, 'ARRIVING', :now, :first, :last)
            ON CONFLICT (institution, study_uid) DO UPDATE SET
              patient_id = EXCLUDED.patient_id, patient_name = EXCLUDED.patient_name,
              name_folded = EXCLUDED.name_folded, name_signs = EXCLUDED.name_signs,
              study_date = EXCLUDED.study_date, study_time = EXCLUDED.study_time,
              accession_number = EXCLUDED.accession_number, description = EXCLUDED.description,
              modalities = EXCLUDED.modalities, instance_count = EXCLUDED.instance_count,
              last_image_at = EXCLUDED.last_image_at
            """)
        .param("now", Timestamp.from(now))
        .param("first", Timestamp.from(study.firstReceivedAt()))
        .query((row, n) -> EntryRow.of(row))
        .single();
  }

  /** Something other than CT came to a study: its case, if there is one, counts it. */
  public Optional<WorklistEntry> counted(ArchivedStudy study) {
    return described(
            study,
            "UPDATE worklist_case SET modalities = :modalities, instance_count = :count"
                + KEY
                + "AND (modalities, instance_count) IS DISTINCT FROM (:modalities::text[], :count) ")
        .query((row, n) -> EntryRow.of(row))
        .optional();
  }

  private JdbcClient.StatementSpec described(ArchivedStudy study, String sql) {
    var name = FoldedName.of(study.patientName());
    return tables
        .sql(sql + ENTRY)
        .param("institution", study.institution())
        .param("study", study.studyInstanceUid().value())
        .param("patientId", study.patientId())
        .param("name", study.patientName())
        .param("folded", name.text())
        .param("signs", name.signs().toArray(String[]::new))
        .param("date", study.studyDate())
        .param("time", study.studyTime())
        .param("accession", study.accessionNumber())
        .param("description", study.description())
        .param("modalities", study.modalities().toArray(String[]::new))
        .param("count", study.instanceCount())
        .param("last", Timestamp.from(study.lastReceivedAt()));
  }

  private void give(CaseKey key, Set<String> seers) {
    keyed(
            "INSERT INTO worklist_audience (institution, case_pk)"
                + " SELECT unnest(:seers::text[]), pk FROM worklist_case"
                + KEY
                + "ON CONFLICT DO NOTHING",
            key)
        .param("seers", seers.toArray(String[]::new))
        .update();
  }

  /** A CT series is complete: a reading is needed, until it was asked for. */
  public Optional<WorklistEntry> needsReading(CaseKey key, List<CaseReason> why, Instant now) {
    return update(
            key,
            """
            needs_reading = true, state = 'ARRIVING',
            state_since = CASE WHEN state = 'ARRIVING' THEN state_since ELSE :now END,
            reasons = CASE WHEN state = 'ARRIVING' AND :why = '[]' THEN reasons ELSE :why END
            """,
            "")
        .param("why", ReasonsText.of(why))
        .param("now", Timestamp.from(now))
        .query((row, n) -> EntryRow.of(row))
        .optional();
  }

  /** The reading that was needed was asked for. */
  public void wasAskedFor(CaseKey key) {
    keyed("UPDATE worklist_case SET needs_reading = false" + KEY, key).update();
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
    return keyed("SELECT * FROM worklist_case" + KEY + "AND needs_reading", key)
        .query((row, n) -> EntryRow.of(row))
        .optional();
  }

  /** Cases that a job should be working on. */
  public List<WorklistEntry> open() {
    return tables
        .sql("SELECT * FROM worklist_case WHERE state IN ('WAITING', 'READING')")
        .query((row, n) -> EntryRow.of(row))
        .list();
  }

  /** A job was asked for; it may have begun, or even ended, since. */
  public Optional<WorklistEntry> waits(
      CaseKey key, long job, List<CaseReason> reasons, Instant now) {
    return update(
            key,
            """
            state = 'WAITING', reasons = :reasons, job_id = :job,
            state_since = CASE WHEN state = 'WAITING' THEN state_since ELSE :now END
            """,
            """
            AND (coalesce(job_id, 0) < :job
              OR job_id = :job AND state IN ('ARRIVING', 'WAITING', 'SET_ASIDE', 'CANCELLED'))
            """)
        .param("reasons", ReasonsText.of(reasons))
        .param("job", job)
        .param("now", Timestamp.from(now))
        .query((row, n) -> EntryRow.of(row))
        .optional();
  }

  /** A job begins to read; empty where it has nothing to do any more. */
  public Optional<WorklistEntry> begins(CaseKey key, long job, Instant now) {
    return update(
            key,
            """
            state = 'READING', job_id = :job,
            state_since = CASE WHEN state = 'READING' THEN state_since ELSE :now END
            """,
            SPEAKS)
        .param("job", job)
        .param("now", Timestamp.from(now))
        .query((row, n) -> EntryRow.of(row))
        .optional();
  }

  /** A person put the job of a case that had ended back into the queue. */
  public Optional<WorklistEntry> putBack(CaseKey key, long job, Instant now) {
    return update(
            key,
            "state = 'WAITING', state_since = :now, reasons = '[]'",
            "AND job_id = :job AND state IN ('SET_ASIDE', 'CANCELLED') ")
        .param("job", job)
        .param("now", Timestamp.from(now))
        .query((row, n) -> EntryRow.of(row))
        .optional();
  }

  /** A job waits for another attempt, or ends without a reading; one set aside is flagged. */
  public Optional<WorklistEntry> leaves(
      CaseKey key,
      long job,
      CaseState state,
      List<CaseReason> reasons,
      Urgency found,
      Instant now) {
    return update(
            key,
            """
            state = :state, reasons = :reasons, job_id = :job,
            state_since = CASE WHEN state = :state THEN state_since ELSE :now END,
            found_reason = CASE WHEN :level > found_level THEN :why ELSE found_reason END,
            found_level = greatest(found_level, :level)
            """,
            SPEAKS)
        .param("state", state.name())
        .param("reasons", ReasonsText.of(reasons))
        .param("job", job)
        .param("now", Timestamp.from(now))
        .param("level", found.level().ordinal())
        .param("why", found.reason())
        .query((row, n) -> EntryRow.of(row))
        .optional();
  }

  /**
   * What a job found.
   *
   * @param summary empty where the study was refused
   */
  public record Finding(
      CaseState state,
      Optional<ReadingSummary> summary,
      Urgency found,
      int version,
      List<CaseReason> reasons) {}

  /**
   * A job has read a case, or refused to. Where more came meanwhile the case goes on arriving. A
   * comparison was of an earlier version.
   */
  public Optional<WorklistEntry> finished(CaseKey key, long job, Finding finding, Instant now) {
    var summary = finding.summary();
    return update(
            key,
            """
            state = CASE WHEN needs_reading THEN state ELSE :state END,
            state_since = CASE WHEN needs_reading THEN state_since ELSE :now END,
            reasons = CASE WHEN needs_reading THEN reasons ELSE :reasons END,
            read_at = CASE WHEN :state = 'READ' THEN :now::timestamptz END, version = :version,
            opacity_percent = :percent, opacity_low = :low, opacity_high = :high,
            lesion_count = :lesions, category = :category, within_validated = :within,
            found_level = :level, found_reason = :reason,
            comparison = NULL, compared_level = 0, compared_reason = ''
            """,
            "AND job_id = :job ")
        .param("job", job)
        .param("state", finding.state().name())
        .param("now", Timestamp.from(now))
        .param("version", finding.version())
        .param("reasons", ReasonsText.of(finding.reasons()))
        .param("percent", number(summary.map(ReadingSummary::opacityPercent)), Types.DOUBLE)
        .param("low", number(summary.map(ReadingSummary::opacityPercentLow)), Types.DOUBLE)
        .param("high", number(summary.map(ReadingSummary::opacityPercentHigh)), Types.DOUBLE)
        .param("lesions", lesions(summary), Types.INTEGER)
        .param("category", summary.flatMap(ReadingSummary::category).orElse(null), Types.VARCHAR)
        .param("within", summary.map(ReadingSummary::isWithinValidated).orElse(null), Types.BOOLEAN)
        .param("level", finding.found().level().ordinal())
        .param("reason", finding.found().reason())
        .query((row, n) -> EntryRow.of(row))
        .optional();
  }

  private static @Nullable Double number(Optional<OptionalDouble> value) {
    var number = value.orElse(OptionalDouble.empty());
    return number.isPresent() ? number.getAsDouble() : null;
  }

  private static @Nullable Integer lesions(Optional<ReadingSummary> summary) {
    var count = summary.map(ReadingSummary::lesionCount);
    return count.isPresent() && count.get().isPresent() ? count.get().getAsInt() : null;
  }

  /** A case was compared with a prior, or cannot be any more. */
  public Optional<WorklistEntry> compared(CaseKey key, Optional<String> verdict, Urgency found) {
    return update(
            key, "comparison = :verdict, compared_level = :level, compared_reason = :reason", "")
        .param("verdict", verdict.orElse(null), Types.VARCHAR)
        .param("level", found.level().ordinal())
        .param("reason", found.reason())
        .query((row, n) -> EntryRow.of(row))
        .optional();
  }

  /** Gives a case to an account, or to nobody, if it is still with whom it is taken from. */
  public Optional<WorklistEntry> assign(
      CaseKey key, Optional<String> account, Optional<String> from) {
    return update(
            key,
            "assigned_to = :account",
            "AND (assigned_to IS NULL OR assigned_to = :account OR assigned_to = :from) ")
        .param("account", account.orElse(null), Types.VARCHAR)
        .param("from", from.orElse(null), Types.VARCHAR)
        .query((row, n) -> EntryRow.of(row))
        .optional();
  }

  /** What was asked for, in place of what was asked before. */
  public Optional<WorklistEntry> ask(CaseKey key, Urgency urgency) {
    return ask(key, urgency, "");
  }

  /** What the sender asks for: it raises, and never speaks over a person. */
  public Optional<WorklistEntry> askedBySender(CaseKey key, Urgency urgency) {
    return ask(key, urgency, "AND asked_by IN ('', :by) AND asked_level < :level ");
  }

  private Optional<WorklistEntry> ask(CaseKey key, Urgency urgency, String where) {
    return update(key, "asked_level = :level, asked_reason = :reason, asked_by = :by", where)
        .param("level", urgency.level().ordinal())
        .param("reason", urgency.reason())
        .param("by", urgency.by())
        .query((row, n) -> EntryRow.of(row))
        .optional();
  }

  private JdbcClient.StatementSpec update(CaseKey key, String changes, String where) {
    return keyed("UPDATE worklist_case SET " + changes + KEY + where + ENTRY, key);
  }

  private JdbcClient.StatementSpec keyed(String sql, CaseKey key) {
    return tables
        .sql(sql)
        .param("institution", key.institution())
        .param("study", key.studyInstanceUid().value());
  }

  /** A case, whoever may see it. */
  public Optional<WorklistEntry> entry(CaseKey key) {
    return keyed("SELECT * FROM worklist_case" + KEY, key)
        .query((row, n) -> EntryRow.of(row))
        .optional();
  }

  /** A case, with the institutions that see it. */
  public Optional<Seen> seen(CaseKey key) {
    return keyed(
            "SELECT c.*, ARRAY(SELECT a.institution FROM worklist_audience a"
                + " WHERE a.case_pk = c.pk) AS seers FROM worklist_case c"
                + KEY,
            key)
        .query(
            (row, n) ->
                new Seen(EntryRow.of(row), Set.of((String[]) row.getArray("seers").getArray())))
        .optional();
  }

  /** Takes a case off the list: its study was deleted. */
  public void forget(CaseKey key) {
    keyed("DELETE FROM worklist_case" + KEY, key).update();
  }
}
