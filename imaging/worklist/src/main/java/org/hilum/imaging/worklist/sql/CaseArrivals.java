package org.hilum.imaging.worklist.sql;

import static org.hilum.imaging.worklist.sql.CaseStatements.ENTRY;
import static org.hilum.imaging.worklist.sql.CaseStatements.KEY;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.hilum.imaging.archive.Archive.ArchivedStudy;
import org.hilum.imaging.worklist.CaseKey;
import org.hilum.imaging.worklist.CaseReason;
import org.hilum.imaging.worklist.WorklistEntry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes which studies have come into the table of cases, and that they need a reading. */
public final class CaseArrivals {

  private final CaseStatements cases;
  private final TransactionTemplate transaction;

  public CaseArrivals(DataSource source) {
    this.cases = CaseStatements.of(source);
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
    return cases
        .tables()
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
    cases
        .keyed(
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
    return cases
        .update(
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
    cases.keyed("UPDATE worklist_case SET needs_reading = false" + KEY, key).update();
  }

  /** Cases for which a reading is needed and was not asked for. */
  public List<WorklistEntry> needingReading() {
    return cases
        .tables()
        .sql("SELECT * FROM worklist_case WHERE needs_reading")
        .query((row, n) -> EntryRow.of(row))
        .list();
  }

  /** A case for which a reading is needed and was not asked for. */
  public Optional<WorklistEntry> needingReading(CaseKey key) {
    return cases
        .keyed("SELECT * FROM worklist_case" + KEY + "AND needs_reading", key)
        .query((row, n) -> EntryRow.of(row))
        .optional();
  }
}
