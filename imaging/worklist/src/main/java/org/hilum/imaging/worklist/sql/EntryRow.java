package org.hilum.imaging.worklist.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.hilum.imaging.dicom.Uid;
import org.hilum.imaging.worklist.CaseKey;
import org.hilum.imaging.worklist.CaseState;
import org.hilum.imaging.worklist.ReadingSummary;
import org.hilum.imaging.worklist.ReportMark;
import org.hilum.imaging.worklist.Urgency;
import org.hilum.imaging.worklist.UrgencyLevel;
import org.hilum.imaging.worklist.WorklistEntry;

/** A row of the table of cases as an entry of the list. */
final class EntryRow {

  private EntryRow() {}

  static WorklistEntry of(ResultSet row) throws SQLException {
    long job = row.getLong("job_id");
    var jobId = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(job);
    return new WorklistEntry(
        new CaseKey(row.getString("institution"), new Uid(row.getString("study_uid"))),
        row.getString("patient_id"),
        row.getString("patient_name"),
        row.getString("study_date"),
        row.getString("study_time"),
        row.getString("accession_number"),
        row.getString("description"),
        Arrays.asList((String[]) row.getArray("modalities").getArray()),
        row.getInt("instance_count"),
        CaseState.valueOf(row.getString("state")),
        row.getTimestamp("state_since").toInstant(),
        urgency(row),
        row.getTimestamp("arrived_at").toInstant(),
        row.getTimestamp("last_image_at").toInstant(),
        row.getInt("version"),
        ReasonsText.read(row.getString("reasons")),
        jobId,
        Optional.ofNullable(row.getString("assigned_to")),
        summary(row),
        Optional.ofNullable(row.getTimestamp("read_at")).map(Timestamp::toInstant),
        Optional.ofNullable(row.getString("comparison")),
        report(row));
  }

  private static ReportMark report(ResultSet row) throws SQLException {
    return new ReportMark(
        ReportMark.State.valueOf(row.getString("report_state")),
        row.getString("report_by"),
        row.getTimestamp("report_at").toInstant(),
        row.getBoolean("report_is_critical"),
        row.getInt("report_version"));
  }

  private static Urgency urgency(ResultSet row) throws SQLException {
    var asked =
        new Urgency(
            UrgencyLevel.values()[row.getInt("asked_level")],
            row.getString("asked_reason"),
            row.getString("asked_by"));
    var found =
        new Urgency(
            UrgencyLevel.values()[row.getInt("found_level")],
            row.getString("found_reason"),
            Urgency.PROGRAM);
    var compared =
        new Urgency(
            UrgencyLevel.values()[row.getInt("compared_level")],
            row.getString("compared_reason"),
            Urgency.PROGRAM);
    return asked.or(found).or(compared);
  }

  private static Optional<ReadingSummary> summary(ResultSet row) throws SQLException {
    boolean within = row.getBoolean("within_validated");
    if (row.wasNull()) {
      return Optional.empty();
    }
    return Optional.of(
        new ReadingSummary(
            number(row, "opacity_percent"),
            number(row, "opacity_low"),
            number(row, "opacity_high"),
            whole(row, "lesion_count"),
            Optional.ofNullable(row.getString("category")),
            within));
  }

  private static OptionalDouble number(ResultSet row, String column) throws SQLException {
    double value = row.getDouble(column);
    return row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  private static OptionalInt whole(ResultSet row, String column) throws SQLException {
    int value = row.getInt(column);
    return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(value);
  }
}
