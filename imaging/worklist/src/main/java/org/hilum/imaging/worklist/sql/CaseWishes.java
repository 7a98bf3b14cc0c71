package org.hilum.imaging.worklist.sql;

import java.sql.Timestamp;
import java.sql.Types;
import java.util.Optional;
import javax.sql.DataSource;
import org.hilum.imaging.worklist.CaseKey;
import org.hilum.imaging.worklist.ReportMark;
import org.hilum.imaging.worklist.Urgency;
import org.hilum.imaging.worklist.WorklistEntry;

/** Writes what is said of a case by people: how urgent it is, with whom, and how far its report. */
public final class CaseWishes {

  private final CaseStatements cases;

  public CaseWishes(DataSource source) {
    this.cases = CaseStatements.of(source);
  }

  /** Gives a case to an account, or to nobody, if it is still with whom it is taken from. */
  public Optional<WorklistEntry> assign(
      CaseKey key, Optional<String> account, Optional<String> from) {
    return cases
        .update(
            key,
            "assigned_to = :account",
            "AND (assigned_to IS NULL OR assigned_to = :account OR assigned_to = :from) ")
        .param("account", account.orElse(null), Types.VARCHAR)
        .param("from", from.orElse(null), Types.VARCHAR)
        .query((row, n) -> EntryRow.of(row))
        .optional();
  }

  /** How far the report of a case is; an older word changes nothing. */
  public Optional<WorklistEntry> reported(CaseKey key, ReportMark mark) {
    return cases
        .update(
            key,
            """
            report_state = :state, report_by = :by, report_at = :at,
            report_is_critical = :critical, report_version = :version
            """,
            "AND report_at <= :at ")
        .param("state", mark.state().name())
        .param("by", mark.by())
        .param("at", Timestamp.from(mark.at()))
        .param("critical", mark.isCritical())
        .param("version", mark.version())
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
    return cases
        .update(key, "asked_level = :level, asked_reason = :reason, asked_by = :by", where)
        .param("level", urgency.level().ordinal())
        .param("reason", urgency.reason())
        .param("by", urgency.by())
        .query((row, n) -> EntryRow.of(row))
        .optional();
  }
}
