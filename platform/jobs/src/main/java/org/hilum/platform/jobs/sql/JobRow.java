package org.hilum.platform.jobs.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.hilum.platform.jobs.Job;
import org.hilum.platform.jobs.JobRequest;
import org.hilum.platform.jobs.JobState;
import org.jspecify.annotations.Nullable;

/**
 * A job with what only the queue needs to know of it.
 *
 * @param turn its place among those of its urgency that were never begun
 * @param held whether it waits without a ticket
 * @param failures attempts that count against it
 * @param deaths attempts that ended with the death of the process
 * @param cancelWords why it shall be cancelled; empty when it shall not
 */
record JobRow(
    Job job, long turn, boolean held, int failures, int deaths, Optional<String> cancelWords) {

  static JobRow of(ResultSet row, int number) throws SQLException {
    return new JobRow(
        job(row),
        row.getLong("turn"),
        row.getBoolean("held"),
        row.getInt("failures"),
        row.getInt("deaths"),
        Optional.ofNullable(row.getString("cancel_words")));
  }

  private static Job job(ResultSet row) throws SQLException {
    return new Job(
        row.getLong("id"),
        new JobRequest(
            row.getString("kind"),
            row.getString("subject"),
            row.getString("institution"),
            row.getInt("urgency")),
        JobState.valueOf(row.getString("state")),
        row.getInt("attempts"),
        row.getDouble("progress"),
        row.getString("step"),
        row.getString("words"),
        instant(row, "created_at").orElseThrow(),
        instant(row, "not_before").orElseThrow(),
        instant(row, "started_at"),
        instant(row, "ended_at"));
  }

  static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  static @Nullable OffsetDateTime timeOrNull(@Nullable Instant instant) {
    return instant == null ? null : time(instant);
  }

  long id() {
    return job.id();
  }

  JobRequest request() {
    return job.request();
  }
}
