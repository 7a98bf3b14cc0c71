package org.hilum.imaging.worklist.sql;

import static org.hilum.imaging.worklist.sql.CaseStatements.KEY;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import javax.sql.DataSource;
import org.hilum.imaging.worklist.CaseKey;
import org.hilum.imaging.worklist.CaseReason;
import org.hilum.imaging.worklist.CaseState;
import org.hilum.imaging.worklist.ReadingSummary;
import org.hilum.imaging.worklist.Urgency;
import org.hilum.imaging.worklist.Worklist.Seen;
import org.hilum.imaging.worklist.WorklistEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes what became of the reading of a case, one statement a change; each gives the entry as it
 * is then, or nothing where there is no such case or a newer job speaks for it.
 */
public final class CaseTable {

  /** A job says nothing any more once a newer one was asked for, or once it has said its last. */
  private static final String SPEAKS =
      """
      AND coalesce(job_id, 0) <= :job
      AND NOT (job_id = :job AND state IN ('READ', 'REFUSED'))
      """;

  private final CaseStatements cases;

  public CaseTable(DataSource source) {
    this.cases = CaseStatements.of(source);
  }

  /** Cases that a job should be working on. */
  public List<WorklistEntry> open() {
    return cases
        .tables()
        .sql("SELECT * FROM worklist_case WHERE state IN ('WAITING', 'READING')")
        .query((row, n) -> EntryRow.of(row))
        .list();
  }

  /** A job was asked for; it may have begun, or even ended, since. */
  public Optional<WorklistEntry> waits(
      CaseKey key, long job, List<CaseReason> reasons, Instant now) {
    return cases
        .update(
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
    return cases
        .update(
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
    return cases
        .update(
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
    return cases
        .update(
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
    return found(
            cases.update(
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
                "AND job_id = :job "),
            finding)
        .param("job", job)
        .param("state", finding.state().name())
        .param("now", Timestamp.from(now))
        .query((row, n) -> EntryRow.of(row))
        .optional();
  }

  /**
   * A person corrected a reading, or took a correction back: other numbers, another version. What
   * was compared stays until it is compared again.
   */
  public Optional<WorklistEntry> corrected(CaseKey key, Finding finding) {
    return found(
            cases.update(
                key,
                """
                version = :version, reasons = :reasons,
                opacity_percent = :percent, opacity_low = :low, opacity_high = :high,
                lesion_count = :lesions, category = :category, within_validated = :within,
                found_level = :level, found_reason = :reason
                """,
                "AND state = 'READ' "),
            finding)
        .query((row, n) -> EntryRow.of(row))
        .optional();
  }

  private static JdbcClient.StatementSpec found(
      JdbcClient.StatementSpec statement, Finding finding) {
    var summary = finding.summary();
    return statement
        .param("version", finding.version())
        .param("reasons", ReasonsText.of(finding.reasons()))
        .param("percent", number(summary.map(ReadingSummary::opacityPercent)), Types.DOUBLE)
        .param("low", number(summary.map(ReadingSummary::opacityPercentLow)), Types.DOUBLE)
        .param("high", number(summary.map(ReadingSummary::opacityPercentHigh)), Types.DOUBLE)
        .param("lesions", lesions(summary), Types.INTEGER)
        .param("category", summary.flatMap(ReadingSummary::category).orElse(null), Types.VARCHAR)
        .param("within", summary.map(ReadingSummary::isWithinValidated).orElse(null), Types.BOOLEAN)
        .param("level", finding.found().level().ordinal())
        .param("reason", finding.found().reason());
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
    return cases
        .update(
            key, "comparison = :verdict, compared_level = :level, compared_reason = :reason", "")
        .param("verdict", verdict.orElse(null), Types.VARCHAR)
        .param("level", found.level().ordinal())
        .param("reason", found.reason())
        .query((row, n) -> EntryRow.of(row))
        .optional();
  }

  /** A case, whoever may see it. */
  public Optional<WorklistEntry> entry(CaseKey key) {
    return cases
        .keyed("SELECT * FROM worklist_case" + KEY, key)
        .query((row, n) -> EntryRow.of(row))
        .optional();
  }

  /** A case, with the institutions that see it. */
  public Optional<Seen> seen(CaseKey key) {
    return cases
        .keyed(
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
    cases.keyed("DELETE FROM worklist_case" + KEY, key).update();
  }
}
