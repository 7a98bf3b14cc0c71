package org.hilum.imaging.intake.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import javax.sql.DataSource;
import org.hilum.imaging.intake.upload.FileOutcome;
import org.hilum.imaging.intake.upload.FileState;
import org.hilum.imaging.intake.upload.Upload;
import org.hilum.imaging.intake.upload.UploadFile;
import org.hilum.imaging.intake.upload.UploadLedger;
import org.hilum.imaging.intake.upload.UploadReason;
import org.hilum.imaging.intake.upload.UploadState;
import org.hilum.imaging.intake.upload.UploadedStudy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What is written down about uploads, in PostgreSQL. */
public final class UploadTable implements UploadLedger {

  private final JdbcClient tables;
  private final TransactionTemplate transaction;

  public UploadTable(DataSource source) {
    this.tables = JdbcClient.create(source);
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(source));
  }

  @Override
  public void declare(Upload upload, List<UploadFile> files) {
    transaction.executeWithoutResult(
        status -> {
          tables
              .sql(
                  """
                  INSERT INTO intake_upload
                    (id, institution, account, name, state, declared_at, touched_at, reasons)
                  VALUES (?, ?, ?, ?, ?, ?, ?, '')
                  """)
              .params(
                  upload.id(),
                  upload.institution(),
                  upload.account(),
                  upload.name(),
                  upload.state().name(),
                  Timestamp.from(upload.declaredAt()),
                  Timestamp.from(upload.touchedAt()))
              .update();
          insert(upload.id(), files);
        });
  }

  private void insert(String id, List<UploadFile> files) {
    tables
        .sql(
            """
            INSERT INTO intake_upload_file (upload_id, number, archive, path, bytes, sha256, state,
              study_uid, series_uid, sop_uid, reasons)
            SELECT :id, number, nullif(archive, -1), path, bytes, sha256, state, '', '', '', reasons
            FROM unnest(:numbers::integer[], :archives::integer[], :paths::text[],
              :bytes::bigint[], :sha256::text[], :states::text[], :reasons::text[])
              AS f (number, archive, path, bytes, sha256, state, reasons)
            """)
        .param("id", id)
        .param("numbers", column(files, UploadFile::number).toArray(Integer[]::new))
        .param("archives", column(files, file -> file.archive().orElse(-1)).toArray(Integer[]::new))
        .param("paths", column(files, UploadFile::path).toArray(String[]::new))
        .param("bytes", column(files, UploadFile::bytes).toArray(Long[]::new))
        .param("sha256", column(files, UploadFile::sha256).toArray(String[]::new))
        .param(
            "states", column(files, file -> file.outcome().state().name()).toArray(String[]::new))
        .param(
            "reasons",
            column(files, file -> ReasonLines.of(file.outcome().reasons())).toArray(String[]::new))
        .update();
  }

  private static <T> List<T> column(List<UploadFile> files, Function<UploadFile, T> value) {
    return files.stream().map(value).toList();
  }

  @Override
  public Optional<Upload> upload(String id) {
    return tables
        .sql("SELECT * FROM intake_upload WHERE id = ?")
        .param(id)
        .query((row, n) -> upload(row))
        .optional();
  }

  @Override
  public List<UploadFile> files(String id) {
    return tables
        .sql("SELECT * FROM intake_upload_file WHERE upload_id = ? ORDER BY number")
        .param(id)
        .query((row, n) -> file(row))
        .list();
  }

  @Override
  public Optional<UploadFile> file(String id, int number) {
    return tables
        .sql("SELECT * FROM intake_upload_file WHERE upload_id = ? AND number = ?")
        .params(id, number)
        .query((row, n) -> file(row))
        .optional();
  }

  @Override
  public void addEntries(String id, int archive, List<UploadFile> entries) {
    transaction.executeWithoutResult(
        status -> {
          // Two archives of one upload are given numbers one after the other.
          tables
              .sql("SELECT id FROM intake_upload WHERE id = ? FOR UPDATE")
              .param(id)
              .query()
              .listOfRows();
          int next =
              tables
                  .sql("SELECT max(number) + 1 FROM intake_upload_file WHERE upload_id = ?")
                  .param(id)
                  .query(Integer.class)
                  .single();
          insert(
              id, entries.stream().map(entry -> entry.in(archive, next + entry.number())).toList());
        });
  }

  @Override
  public void settle(String id, int number, FileOutcome outcome) {
    tables
        .sql(
            """
            UPDATE intake_upload_file
            SET state = ?, study_uid = ?, series_uid = ?, sop_uid = ?, reasons = ?
            WHERE upload_id = ? AND number = ? AND state NOT IN ('TAKEN', 'ALREADY_HERE')
            """)
        .params(
            outcome.state().name(),
            outcome.studyInstanceUid(),
            outcome.seriesInstanceUid(),
            outcome.sopInstanceUid(),
            ReasonLines.of(outcome.reasons()),
            id,
            number)
        .update();
  }

  @Override
  public boolean move(String id, UploadState state, List<UploadReason> reasons, Instant at) {
    return tables
            .sql(
                """
                UPDATE intake_upload
                SET state = :state, reasons = :reasons, touched_at = :at,
                  ended_at = CASE WHEN :ended THEN :at::timestamptz END
                WHERE id = :id AND ended_at IS NULL
                """)
            .param("state", state.name())
            .param("reasons", ReasonLines.of(reasons))
            .param("at", Timestamp.from(at))
            .param("ended", state.isEnded())
            .param("id", id)
            .update()
        == 1;
  }

  @Override
  public void touch(String id, Instant at) {
    tables
        .sql(
            """
            UPDATE intake_upload SET touched_at = :at
            WHERE id = :id AND touched_at < :at::timestamptz - interval '30 seconds'
            """)
        .param("id", id)
        .param("at", Timestamp.from(at))
        .update();
  }

  @Override
  public List<Upload> recent(String institution, int most) {
    return tables
        .sql(
            """
            SELECT * FROM intake_upload WHERE institution = ?
            ORDER BY declared_at DESC, id LIMIT ?
            """)
        .params(institution, most)
        .query((row, n) -> upload(row))
        .list();
  }

  @Override
  public List<Upload> open() {
    return tables
        .sql("SELECT * FROM intake_upload WHERE ended_at IS NULL ORDER BY declared_at, id")
        .query((row, n) -> upload(row))
        .list();
  }

  @Override
  public Map<String, Map<FileState, Integer>> counts(List<String> ids) {
    var counts = new HashMap<String, Map<FileState, Integer>>();
    tables
        .sql(
            """
            SELECT upload_id, state, count(*) AS files FROM intake_upload_file
            WHERE upload_id = ANY (?) GROUP BY upload_id, state
            """)
        .param(ids.toArray(String[]::new))
        .query(
            row -> {
              counts
                  .computeIfAbsent(row.getString("upload_id"), id -> new EnumMap<>(FileState.class))
                  .put(FileState.valueOf(row.getString("state")), row.getInt("files"));
            });
    return counts;
  }

  @Override
  public List<UploadedStudy> studies(String id) {
    return tables
        .sql(
            """
            SELECT study_uid, count(*) AS files FROM intake_upload_file
            WHERE upload_id = ? AND study_uid <> '' GROUP BY study_uid ORDER BY study_uid
            """)
        .param(id)
        .query((row, n) -> new UploadedStudy(row.getString("study_uid"), row.getInt("files")))
        .list();
  }

  @Override
  public void forgetEndedBefore(Instant moment) {
    tables
        .sql("DELETE FROM intake_upload WHERE ended_at < ?")
        .param(Timestamp.from(moment))
        .update();
  }

  private static Upload upload(ResultSet row) throws SQLException {
    return new Upload(
        row.getString("id"),
        row.getString("institution"),
        row.getString("account"),
        row.getString("name"),
        UploadState.valueOf(row.getString("state")),
        row.getTimestamp("declared_at").toInstant(),
        row.getTimestamp("touched_at").toInstant(),
        Optional.ofNullable(row.getTimestamp("ended_at")).map(Timestamp::toInstant),
        ReasonLines.read(row.getString("reasons")));
  }

  private static UploadFile file(ResultSet row) throws SQLException {
    int archive = row.getInt("archive");
    var lies = row.wasNull() ? OptionalInt.empty() : OptionalInt.of(archive);
    var outcome =
        new FileOutcome(
            FileState.valueOf(row.getString("state")),
            row.getString("study_uid"),
            row.getString("series_uid"),
            row.getString("sop_uid"),
            ReasonLines.read(row.getString("reasons")));
    long bytes = row.getLong("bytes");
    boolean isHere = outcome.state() != FileState.WAITING;
    return new UploadFile(
        row.getInt("number"),
        lies,
        row.getString("path"),
        bytes,
        isHere ? bytes : 0,
        row.getString("sha256"),
        outcome);
  }
}
