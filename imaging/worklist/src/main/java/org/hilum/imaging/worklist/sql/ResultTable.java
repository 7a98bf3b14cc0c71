package org.hilum.imaging.worklist.sql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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

  private static final String KEY = " WHERE institution = :institution AND study_uid = :study ";

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

  /**
   * Says which objects a job is about to put into the archive; gives the id of the result, which is
   * not shown before it is whole.
   *
   * @param objects Series Instance UIDs
   */
  public long begin(CaseKey key, Kind kind, long job, List<String> objects, Instant now) {
    return keyed(
            """
            INSERT INTO worklist_result (institution, study_uid, kind, job_id, made_at, objects)
            VALUES (:institution, :study, :kind, :job, :now, :objects) RETURNING id
            """,
            key)
        .param("kind", kind.name())
        .param("job", job)
        .param("now", Timestamp.from(now))
        .param("objects", objects.toArray(String[]::new))
        .query(Long.class)
        .single();
  }

  /**
   * A begun result is whole, and from now on the current one of its kind; gives its version. Where
   * the same job had finished one before, this one has its place and version.
   */
  public int finish(CaseKey key, Kind kind, long id, List<KeptFile> keptFiles) {
    return Objects.requireNonNull(
        transaction.execute(
            status -> {
              int version = version(key, kind, id);
              keptFiles.forEach(file -> insert(id, file));
              keyed("UPDATE worklist_result SET is_current = false" + KEY + "AND kind = :kind", key)
                  .param("kind", kind.name())
                  .update();
              tables
                  .sql(
                      "UPDATE worklist_result SET is_whole = true, is_current = true, version = ?"
                          + " WHERE id = ?")
                  .params(version, id)
                  .update();
              return version;
            }));
  }

  /**
   * An earlier result is about to be the current one again: these objects go into the archive.
   * Until it is, they are taken for those of an attempt.
   */
  public void beginAgain(long id, List<String> objects) {
    tables
        .sql("UPDATE worklist_result SET is_retired = false, objects = ? WHERE id = ?")
        .params(objects.toArray(String[]::new), id)
        .update();
  }

  /** An earlier result is the current one of its kind again. */
  public void isCurrentAgain(CaseKey key, Kind kind, long id) {
    transaction.executeWithoutResult(
        status -> {
          noneIsCurrent(key, kind);
          tables
              .sql("UPDATE worklist_result SET is_current = true WHERE id = ?")
              .param(id)
              .update();
        });
  }

  private int version(CaseKey key, Kind kind, long id) {
    var ofThisJob =
        keyed(
                "UPDATE worklist_result SET is_whole = false, is_current = false"
                    + KEY
                    + """
                    AND kind = :kind AND is_whole
                    AND job_id = (SELECT job_id FROM worklist_result WHERE id = :id)
                    RETURNING version
                    """,
                key)
            .param("kind", kind.name())
            .param("id", id)
            .query(Integer.class)
            .optional();
    return ofThisJob.orElseGet(
        () ->
            keyed(
                    "SELECT coalesce(max(version), 0) + 1 FROM worklist_result"
                        + KEY
                        + "AND kind = :kind",
                    key)
                .param("kind", kind.name())
                .query(Integer.class)
                .single());
  }

  private void insert(long id, KeptFile file) {
    tables
        .sql(
            """
            INSERT INTO worklist_result_file (result_id, path, media_type, content, bytes)
            VALUES (?, ?, ?, ?, ?)
            """)
        .params(id, file.path(), file.mediaType(), bytes(file.content()), file.bytes())
        .update();
  }

  /** A result, or an attempt at one, whose objects may still lie in the archive. */
  public record Outdated(long id, List<String> objects) {}

  /** What came before a result of that kind and is not retired yet. */
  public List<Outdated> outdated(CaseKey key, Kind kind) {
    return keyed(
            "SELECT id, objects FROM worklist_result"
                + KEY
                + "AND kind = :kind AND NOT is_current AND NOT is_retired ORDER BY id",
            key)
        .param("kind", kind.name())
        .query((row, n) -> new Outdated(row.getLong("id"), texts(row, "objects")))
        .list();
  }

  /** No result of that kind stands any more. */
  public void noneIsCurrent(CaseKey key, Kind kind) {
    keyed("UPDATE worklist_result SET is_current = false" + KEY + "AND kind = :kind", key)
        .param("kind", kind.name())
        .update();
  }

  /** The objects of a result are out of the archive; one that was never whole is forgotten. */
  public void retired(Outdated outdated) {
    tables
        .sql("DELETE FROM worklist_result WHERE id = ? AND NOT is_whole")
        .params(outdated.id())
        .update();
    tables
        .sql("UPDATE worklist_result SET is_retired = true WHERE id = ?")
        .params(outdated.id())
        .update();
  }

  /** The whole results of a case, newest first. */
  public List<StudyResult> results(CaseKey key) {
    return keyed("SELECT * FROM worklist_result" + KEY + "AND is_whole ORDER BY id DESC", key)
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
        texts(row, "objects"),
        filesOf(id));
  }

  private static List<String> texts(ResultSet row, String column) throws SQLException {
    return Arrays.asList((String[]) row.getArray(column).getArray());
  }

  private List<ResultFile> filesOf(long id) {
    return tables
        .sql("SELECT * FROM worklist_result_file WHERE result_id = ? ORDER BY path")
        .params(id)
        .query((row, n) -> file(row))
        .list();
  }

  /** A file of a whole result of a case. */
  public Optional<ResultFile> file(CaseKey key, long id, String path) {
    return keyed(
            "SELECT f.* FROM worklist_result r JOIN worklist_result_file f ON f.result_id = r.id"
                + KEY
                + "AND r.is_whole AND r.id = :id AND f.path = :path",
            key)
        .param("id", id)
        .param("path", path)
        .query((row, n) -> file(row))
        .optional();
  }

  private ResultFile file(ResultSet row) throws SQLException {
    return new ResultFile(
        row.getString("path"),
        row.getString("media_type"),
        row.getLong("bytes"),
        files.place(hash(row)));
  }

  private static ContentHash hash(ResultSet row) throws SQLException {
    return new ContentHash(HexFormat.of().formatHex(row.getBytes("content")));
  }

  /** Forgets the results of a study that was deleted, with the files that no other has. */
  public void forget(CaseKey key) {
    var contents =
        keyed(
                "SELECT DISTINCT f.content FROM worklist_result r"
                    + " JOIN worklist_result_file f ON f.result_id = r.id"
                    + KEY,
                key)
            .query((row, n) -> hash(row))
            .list();
    keyed("DELETE FROM worklist_result" + KEY, key).update();
    unreferred(contents).forEach(this::remove);
  }

  /** Those of some contents that no result has. */
  public List<ContentHash> unreferred(List<ContentHash> contents) {
    return tables
        .sql(
            """
            SELECT c.content FROM unnest(?) AS c (content)
            WHERE NOT EXISTS (
              SELECT 1 FROM worklist_result_file f WHERE f.content = c.content)
            """)
        .param(contents.stream().map(ResultTable::bytes).toArray(byte[][]::new))
        .query((row, n) -> hash(row))
        .list();
  }

  private static byte[] bytes(ContentHash content) {
    return HexFormat.of().parseHex(content.hex());
  }

  /** A file that has just come may be on its way into another result: it stays. */
  private void remove(ContentHash content) {
    try {
      files.removeOlderThan(content, Instant.now().minus(ContentStore.ON_ITS_WAY));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private JdbcClient.StatementSpec keyed(String sql, CaseKey key) {
    return tables
        .sql(sql)
        .param("institution", key.institution())
        .param("study", key.studyInstanceUid().value());
  }
}
