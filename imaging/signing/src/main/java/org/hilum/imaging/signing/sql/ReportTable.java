package org.hilum.imaging.signing.sql;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.hilum.imaging.dicom.Uid;
import org.hilum.imaging.signing.CaseReport;
import org.hilum.imaging.signing.ReportEvent;
import org.hilum.imaging.signing.ReportState;
import org.hilum.imaging.signing.ReportText;
import org.hilum.imaging.signing.Signer;
import org.hilum.imaging.worklist.CaseKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The table of reports, and of what was signed. */
public final class ReportTable {

  private static final String KEY = " WHERE institution = :institution AND study_uid = :study ";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final JdbcClient tables;
  private final TransactionTemplate transaction;

  public ReportTable(DataSource source) {
    this.tables = JdbcClient.create(source);
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(source));
  }

  /** The report of a case, with what was signed of it. */
  public CaseReport report(CaseKey key) {
    var history = history(key);
    return keyed("SELECT * FROM signing_report" + KEY, key)
        .query((row, n) -> report(key, row, history))
        .optional()
        .orElse(CaseReport.none(key));
  }

  private static CaseReport report(CaseKey key, ResultSet row, List<ReportEvent> history)
      throws SQLException {
    return new CaseReport(
        key,
        ReportState.valueOf(row.getString("state")),
        row.getInt("revision"),
        text(row),
        row.getString("changed_by"),
        row.getTimestamp("changed_at").toInstant(),
        history);
  }

  private static ReportText text(ResultSet row) throws SQLException {
    return JSON.readValue(row.getString("content"), ReportText.class);
  }

  private List<ReportEvent> history(CaseKey key) {
    return keyed("SELECT * FROM signing_event" + KEY + "ORDER BY id", key)
        .query((row, n) -> event(row))
        .list();
  }

  private static ReportEvent event(ResultSet row) throws SQLException {
    long result = row.getLong("result_id");
    var files = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(result);
    return new ReportEvent(
        row.getLong("id"),
        ReportEvent.Kind.valueOf(row.getString("kind")),
        row.getString("signed_by"),
        row.getString("signer_name"),
        row.getString("organization"),
        row.getTimestamp("signed_at").toInstant(),
        row.getString("words"),
        text(row),
        row.getString("content_hash"),
        files);
  }

  /**
   * A draft in place of a revision; false where that one is not the newest, or it is signed.
   *
   * @param revision that it takes the place of; 0 for the first
   */
  public boolean save(CaseKey key, int revision, ReportText text, String by, Instant now) {
    var content = JSON.writeValueAsString(text);
    return (revision == 0
                ? keyed(
                    """
                    INSERT INTO signing_report
                      (institution, study_uid, state, revision, content, changed_by, changed_at)
                    VALUES (:institution, :study, 'DRAFT', :revision + 1, :content, :by, :now)
                    ON CONFLICT DO NOTHING
                    """,
                    key)
                : keyed(
                    """
                    UPDATE signing_report SET state = 'DRAFT', revision = revision + 1,
                      content = :content, changed_by = :by, changed_at = :now, is_told = false
                    """
                        + KEY
                        + "AND revision = :revision AND state <> 'SIGNED'",
                    key))
            .param("revision", revision)
            .param("content", content)
            .param("by", by)
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  /** What is signed, and by whom. */
  public record Signed(ReportEvent.Kind kind, ReportState from, ReportState to, Signer signer) {}

  /**
   * What was signed is written down, and the report is in another state, or neither; the id of the
   * event, empty where that revision is not the newest or in another state.
   */
  public OptionalLong sign(
      CaseKey key, int revision, Signed signed, String words, ReportText text, Instant now) {
    var content = JSON.writeValueAsString(text);
    return Objects.requireNonNull(
        transaction.execute(
            status ->
                moved(key, revision, signed, content, now)
                    ? OptionalLong.of(inserted(key, signed, words, content, now))
                    : OptionalLong.empty()));
  }

  private boolean moved(CaseKey key, int revision, Signed signed, String content, Instant now) {
    return keyed(
                """
                UPDATE signing_report SET state = :to, revision = revision + 1,
                  content = :content, changed_by = :by, changed_at = :now, is_told = false
                """
                    + KEY
                    + "AND revision = :revision AND state = :from",
                key)
            .param("to", signed.to().name())
            .param("from", signed.from().name())
            .param("content", content)
            .param("by", signed.signer().account())
            .param("now", Timestamp.from(now))
            .param("revision", revision)
            .update()
        == 1;
  }

  private long inserted(CaseKey key, Signed signed, String words, String content, Instant now) {
    return keyed(
            """
            INSERT INTO signing_event (institution, study_uid, kind, signed_by, signer_name, organization,
              signed_at, words, content, content_hash)
            VALUES (:institution, :study, :kind, :by, :name, :house, :now, :words, :content, :hash)
            RETURNING id
            """,
            key)
        .param("kind", signed.kind().name())
        .param("by", signed.signer().account())
        .param("house", signed.signer().organization())
        .param("name", signed.signer().name())
        .param("now", Timestamp.from(now))
        .param("words", words)
        .param("content", content)
        .param("hash", hash(content))
        .query(Long.class)
        .single();
  }

  private static String hash(String content) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(content.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  /** The files of an event are a result of the case. */
  public void written(long event, long result) {
    tables
        .sql("UPDATE signing_event SET result_id = ? WHERE id = ? AND result_id IS NULL")
        .params(result, event)
        .update();
  }

  /** Cases with an event whose files are not there, since a stop or an outage came between. */
  public List<CaseKey> unwritten() {
    return keys(
        "SELECT DISTINCT institution, study_uid FROM signing_event WHERE result_id IS NULL");
  }

  /** Cases whose newest revision the worklist was not told of. */
  public List<CaseKey> untold() {
    return keys("SELECT institution, study_uid FROM signing_report WHERE NOT is_told");
  }

  private List<CaseKey> keys(String sql) {
    return tables
        .sql(sql)
        .query(
            (row, n) ->
                new CaseKey(row.getString("institution"), new Uid(row.getString("study_uid"))))
        .list();
  }

  /** The worklist was told of a revision. */
  public void told(CaseKey key, int revision) {
    keyed("UPDATE signing_report SET is_told = true" + KEY + "AND revision = :revision", key)
        .param("revision", revision)
        .update();
  }

  /** Nothing stays of the report of a study that was deleted. */
  public void forget(CaseKey key) {
    transaction.executeWithoutResult(
        status -> {
          keyed("DELETE FROM signing_report" + KEY, key).update();
          keyed("DELETE FROM signing_event" + KEY, key).update();
        });
  }

  /** One signature's event, if it is there. */
  public Optional<ReportEvent> event(CaseKey key, long id) {
    return history(key).stream().filter(each -> each.id() == id).findFirst();
  }

  private JdbcClient.StatementSpec keyed(String sql, CaseKey key) {
    return tables
        .sql(sql)
        .param("institution", key.institution())
        .param("study", key.studyInstanceUid().value());
  }
}
