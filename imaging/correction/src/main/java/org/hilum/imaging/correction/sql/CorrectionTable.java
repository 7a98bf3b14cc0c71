package org.hilum.imaging.correction.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.hilum.imaging.worklist.CaseKey;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps every step of every correction; what is kept is never changed. */
public final class CorrectionTable {

  private static final String KEY = " WHERE institution = :institution AND study_uid = :study ";

  private final JdbcClient tables;
  private final TransactionTemplate transaction;

  public CorrectionTable(DataSource source) {
    this.tables = JdbcClient.create(source);
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(source));
  }

  /**
   * What is kept of a step beside its row.
   *
   * @param change the voxels, for a step; empty for the others
   * @param lesions Tracking UIDs of the lesions after it, each with a voxel of it
   * @param numbers what is measured after it
   */
  public record Kept(byte[] change, byte[] lesions, byte[] numbers) {}

  /** The correction of a reading of a case. */
  public Optional<CorrectionRow> of(CaseKey key, long result) {
    return keyed("SELECT * FROM correction_case" + KEY + "AND result_id = :result", key)
        .param("result", result)
        .query((row, n) -> correction(row))
        .optional();
  }

  /** The correction that a result came of. */
  public Optional<CorrectionRow> appliedAs(CaseKey key, long result) {
    return keyed(
            "SELECT c.* FROM correction_case c JOIN correction_applied a ON a.correction_id = c.id"
                + KEY
                + "AND a.result_id = :result",
            key)
        .param("result", result)
        .query((row, n) -> correction(row))
        .optional();
  }

  private static CorrectionRow correction(ResultSet row) throws SQLException {
    return new CorrectionRow(
        row.getLong("id"),
        row.getLong("result_id"),
        row.getInt("version"),
        row.getTimestamp("begun_at").toInstant());
  }

  /** Everything that was done, oldest first. */
  public List<EntryRow> entries(long correction) {
    return tables
        .sql(
            """
            SELECT revision, kind, of_revision, by_account, made_at, note FROM correction_entry
            WHERE correction_id = ? ORDER BY revision
            """)
        .param(correction)
        .query(
            (row, n) ->
                new EntryRow(
                    row.getInt("revision"),
                    row.getString("kind"),
                    row.getInt("of_revision"),
                    row.getString("by_account"),
                    row.getTimestamp("made_at").toInstant(),
                    row.getString("note")))
        .list();
  }

  /** What is kept of a step. */
  public Kept kept(long correction, int revision) {
    return tables
        .sql(
            "SELECT change, lesions, numbers FROM correction_entry"
                + " WHERE correction_id = ? AND revision = ?")
        .params(correction, revision)
        .query(
            (row, n) ->
                new Kept(row.getBytes("change"), row.getBytes("lesions"), row.getBytes("numbers")))
        .single();
  }

  /** Begins the correction of a reading, if nobody did. */
  public CorrectionRow begin(CaseKey key, long result, int version, Instant now) {
    keyed(
            """
            INSERT INTO correction_case (institution, study_uid, result_id, version, begun_at)
            VALUES (:institution, :study, :result, :version, :now) ON CONFLICT DO NOTHING
            """,
            key)
        .param("result", result)
        .param("version", version)
        .param("now", Timestamp.from(now))
        .update();
    return of(key, result).orElseThrow();
  }

  /** Adds an entry; whether it is the next one. It is safe on disk on return. */
  public boolean add(long correction, EntryRow entry, Kept kept) {
    try {
      return tables
              .sql(
                  """
                  INSERT INTO correction_entry (correction_id, revision, kind, of_revision,
                    by_account, made_at, note, change, lesions, numbers)
                  SELECT :correction, :revision, :kind, :of, :by, :at, :note, :change, :lesions,
                    :numbers
                  WHERE :revision = 1 + coalesce(
                    (SELECT max(revision) FROM correction_entry
                      WHERE correction_id = :correction), 0)
                  """)
              .param("correction", correction)
              .param("revision", entry.revision())
              .param("kind", entry.kind())
              .param("of", entry.of())
              .param("by", entry.by())
              .param("at", Timestamp.from(entry.at()))
              .param("note", entry.note())
              .param("change", kept.change())
              .param("lesions", kept.lesions())
              .param("numbers", kept.numbers())
              .update()
          == 1;
    } catch (DuplicateKeyException another) {
      return false;
    }
  }

  /** Number of the work of putting a revision in force, begun once or taken up again. */
  public long beginApplying(long correction, int revision, String by, Instant now) {
    return Objects.requireNonNull(
        transaction.execute(
            status -> {
              tables
                  .sql(
                      """
                      INSERT INTO correction_applied (correction_id, revision, by_account, made_at)
                      VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING
                      """)
                  .params(correction, revision, by, Timestamp.from(now))
                  .update();
              return tables
                  .sql(
                      "SELECT id FROM correction_applied WHERE correction_id = ? AND revision = ?"
                          + " AND withdrawn_at IS NULL")
                  .params(correction, revision)
                  .query(Long.class)
                  .single();
            }));
  }

  /** A revision is in force as a result. */
  public void applied(long work, long result) {
    tables
        .sql("UPDATE correction_applied SET result_id = ? WHERE id = ?")
        .params(result, work)
        .update();
  }

  /**
   * A revision that was put in force.
   *
   * @param result what it was written as
   */
  public record Applied(int revision, long result) {}

  /** Nothing of a correction is in force any more. */
  public void withdrawn(long correction, String by, Instant now) {
    tables
        .sql(
            "UPDATE correction_applied SET withdrawn_by = ?, withdrawn_at = ?"
                + " WHERE correction_id = ? AND withdrawn_at IS NULL")
        .params(by, Timestamp.from(now), correction)
        .update();
  }

  /** The revision that a result is. */
  public Optional<Applied> appliedAs(long correction, long result) {
    return tables
        .sql(
            "SELECT revision, result_id FROM correction_applied"
                + " WHERE correction_id = ? AND result_id = ?")
        .params(correction, result)
        .query((row, n) -> new Applied(row.getInt("revision"), row.getLong("result_id")))
        .optional();
  }

  /** Whether a case may be used for training. */
  public boolean mayTrain(CaseKey key) {
    return keyed("SELECT may_train FROM correction_consent" + KEY, key)
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }

  /** Says whether a case may be used for training. */
  public void setMayTrain(CaseKey key, boolean mayTrain, String by, Instant now) {
    keyed(
            """
            INSERT INTO correction_consent (institution, study_uid, may_train, by_account, said_at)
            VALUES (:institution, :study, :may, :by, :now)
            ON CONFLICT (institution, study_uid) DO UPDATE
            SET may_train = :may, by_account = :by, said_at = :now
            """,
            key)
        .param("may", mayTrain)
        .param("by", by)
        .param("now", Timestamp.from(now))
        .update();
  }

  /**
   * A corrected case that may be used for training.
   *
   * @param applied what was last put in force
   */
  public record Trainable(CaseKey key, CorrectionRow correction, Applied applied) {}

  /** Corrected cases that may be used for training: of each the correction last put in force. */
  public List<Trainable> trainable(OptionalLong after, int most) {
    return tables
        .sql(
            """
            SELECT DISTINCT ON (c.id) c.*, a.revision, a.result_id AS applied_result
            FROM correction_case c
            JOIN correction_consent s
              ON s.institution = c.institution AND s.study_uid = c.study_uid AND s.may_train
            JOIN correction_applied a ON a.correction_id = c.id AND a.result_id IS NOT NULL
              AND a.withdrawn_at IS NULL
            WHERE c.id > ?
            ORDER BY c.id, a.result_id DESC LIMIT ?
            """)
        .params(after.orElse(0), most)
        .query(
            (row, n) ->
                new Trainable(
                    new CaseKey(
                        row.getString("institution"),
                        new org.hilum.imaging.dicom.Uid(row.getString("study_uid"))),
                    correction(row),
                    new Applied(row.getInt("revision"), row.getLong("applied_result"))))
        .list();
  }

  /** A study was deleted: its corrections are gone with it. */
  public void forget(CaseKey key) {
    transaction.executeWithoutResult(
        status -> {
          keyed("DELETE FROM correction_case" + KEY, key).update();
          keyed("DELETE FROM correction_consent" + KEY, key).update();
        });
  }

  private JdbcClient.StatementSpec keyed(String sql, CaseKey key) {
    return tables
        .sql(sql)
        .param("institution", key.institution())
        .param("study", key.studyInstanceUid().value());
  }
}
