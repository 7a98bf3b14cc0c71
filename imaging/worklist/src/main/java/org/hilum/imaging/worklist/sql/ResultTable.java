package org.hilum.imaging.worklist.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.hilum.imaging.worklist.CaseKey;
import org.hilum.imaging.worklist.StudyResult;
import org.hilum.imaging.worklist.StudyResult.Kind;
import org.hilum.imaging.worklist.StudyResult.ResultFile;
import org.hilum.platform.storage.ContentHash;
import org.hilum.platform.storage.ContentStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps what readings and comparisons wrote, every version of it. */
public final class ResultTable {

  private final JdbcClient tables;
  private final TransactionTemplate transaction;
  private final ContentStore files;

  public ResultTable(DataSource source, ContentStore files) {
    this.tables = JdbcClient.create(source);
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(source));
    this.files = files;
  }

  /** A file of a result whose content is safe on disk. */
  public record KeptFile(String path, String mediaType, ContentHash content, long bytes) {}

  /** Keeps a result as the current one of its kind; gives its version. */
  public int keep(
      CaseKey key, Kind kind, List<String> objects, List<KeptFile> keptFiles, Instant now) {
    return Objects.requireNonNull(
        transaction.execute(status -> insert(key, kind, objects, keptFiles, now)));
  }

  private int insert(
      CaseKey key, Kind kind, List<String> objects, List<KeptFile> keptFiles, Instant now) {
    int version =
        1
            + tables
                .sql(
                    """
                    SELECT coalesce(max(version), 0) FROM worklist_result
                    WHERE institution = ? AND study_uid = ? AND kind = ?
                    """)
                .params(key.institution(), key.studyInstanceUid().value(), kind.name())
                .query(Integer.class)
                .single();
    tables
        .sql(
            """
            UPDATE worklist_result SET is_current = false
            WHERE institution = ? AND study_uid = ? AND kind = ?
            """)
        .params(key.institution(), key.studyInstanceUid().value(), kind.name())
        .update();
    long id =
        tables
            .sql(
                """
                INSERT INTO worklist_result
                  (institution, study_uid, kind, version, is_current, made_at, objects)
                VALUES (?, ?, ?, ?, true, ?, ?) RETURNING id
                """)
            .params(
                key.institution(),
                key.studyInstanceUid().value(),
                kind.name(),
                version,
                Timestamp.from(now),
                objects.toArray(String[]::new))
            .query(Long.class)
            .single();
    keptFiles.forEach(file -> insert(id, file));
    return version;
  }

  private void insert(long id, KeptFile file) {
    tables
        .sql(
            """
            INSERT INTO worklist_result_file (result_id, path, media_type, content, bytes)
            VALUES (?, ?, ?, ?, ?)
            """)
        .params(
            id,
            file.path(),
            file.mediaType(),
            HexFormat.of().parseHex(file.content().hex()),
            file.bytes())
        .update();
  }

  /** The results of a case, newest first. */
  public List<StudyResult> results(CaseKey key) {
    return tables
        .sql(
            """
            SELECT * FROM worklist_result WHERE institution = ? AND study_uid = ?
            ORDER BY id DESC
            """)
        .params(key.institution(), key.studyInstanceUid().value())
        .query((row, n) -> result(key, row))
        .list();
  }

  private StudyResult result(CaseKey key, ResultSet row) throws SQLException {
    long id = row.getLong("id");
    return new StudyResult(
        id,
        key,
        Kind.valueOf(row.getString("kind")),
        row.getInt("version"),
        row.getBoolean("is_current"),
        row.getTimestamp("made_at").toInstant(),
        Arrays.asList((String[]) row.getArray("objects").getArray()),
        filesOf(id));
  }

  private List<ResultFile> filesOf(long id) {
    return tables
        .sql("SELECT * FROM worklist_result_file WHERE result_id = ? ORDER BY path")
        .params(id)
        .query(
            (row, n) ->
                new ResultFile(
                    row.getString("path"),
                    row.getString("media_type"),
                    row.getLong("bytes"),
                    files.place(
                        new ContentHash(HexFormat.of().formatHex(row.getBytes("content"))))))
        .list();
  }

  /** Forgets the results of a study that was deleted; their files are swept later. */
  public void forget(CaseKey key) {
    tables
        .sql("DELETE FROM worklist_result WHERE institution = ? AND study_uid = ?")
        .params(key.institution(), key.studyInstanceUid().value())
        .update();
  }
}
