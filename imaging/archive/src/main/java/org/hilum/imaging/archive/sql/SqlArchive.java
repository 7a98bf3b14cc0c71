package org.hilum.imaging.archive.sql;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import javax.sql.DataSource;
import org.hilum.imaging.archive.Archive;
import org.hilum.imaging.archive.ArchiveFault;
import org.hilum.imaging.archive.ArchiveQuery;
import org.hilum.imaging.archive.ArchiveReason;
import org.hilum.imaging.archive.ArchivedInstance;
import org.hilum.imaging.archive.InstanceSelection;
import org.hilum.imaging.archive.NewInstance;
import org.hilum.imaging.archive.StoreOutcome;
import org.hilum.imaging.archive.Visibility;
import org.hilum.imaging.archive.content.SameObject;
import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.dicom.Uid;
import org.hilum.imaging.vocabulary.Reason;
import org.hilum.platform.storage.ContentHash;
import org.hilum.platform.storage.ContentStore;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** The archive in PostgreSQL, its files in a {@link ContentStore}. */
public final class SqlArchive implements Archive {

  private static final String INSTANCES =
      """
      SELECT i.institution, st.study_uid, se.series_uid, i.sop_uid, i.sop_class_uid,
        i.transfer_syntax, i.content, i.bytes, i.instance_number, i.frames, i.received_at
      FROM archive_study st
      JOIN archive_series se ON se.study_pk = st.pk
      JOIN archive_instance i ON i.series_pk = se.pk
      """;

  private static final String SERIES =
      """
      SELECT st.institution, st.study_uid, se.series_uid, se.modality, se.description,
        se.instance_count, se.revision, se.last_received_at
      FROM archive_series se JOIN archive_study st ON st.pk = se.study_pk
      """;

  private static final String STUDIES =
      """
      SELECT st.*, p.patient_key, p.patient_id, p.name
      FROM archive_study st JOIN archive_patient p ON p.pk = st.patient_pk
      """;

  private final ContentStore files;
  private final JdbcClient tables;
  private final TransactionTemplate transaction;
  private final InstanceWriter writer;
  private final ArchiveSearch search;

  public SqlArchive(DataSource source, ContentStore files) {
    this.files = files;
    this.tables = JdbcClient.create(source);
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(source));
    this.writer = new InstanceWriter(source);
    this.search = new ArchiveSearch(source);
  }

  @Override
  public StoreOutcome store(NewInstance instance) {
    try {
      var written = writer.write(instance);
      return written.isPresent()
          ? new StoreOutcome.Stored(written.get().revision(), written.get().opensSeries())
          : again(instance);
    } catch (ElsewhereException elsewhere) {
      return notStored(ArchiveReason.STUDY_OF_ANOTHER_PATIENT, elsewhere.words(), instance);
    } catch (SQLException | IOException | DataAccessException | TransactionException failed) {
      throw new ArchiveFault("not kept: " + instance.sopInstanceUid(), failed);
    }
  }

  /** What the index holds under a SOP Instance UID. */
  private record Held(
      long pk, long seriesPk, long studyPk, String study, String series, ContentHash content) {}

  private StoreOutcome again(NewInstance instance) throws IOException {
    var held = held(instance);
    if (!held.study().equals(instance.studyInstanceUid().value())
        || !held.series().equals(instance.seriesInstanceUid().value())) {
      return notStored(
          ArchiveReason.LIES_ELSEWHERE,
          "this SOP Instance UID is kept in another study or series: send it with a new UID",
          instance);
    }
    if (held.content().equals(instance.content()) || isSame(held.content(), instance.content())) {
      return new StoreOutcome.AlreadyHere();
    }
    return replace(held, instance);
  }

  private Held held(NewInstance instance) {
    return tables
        .sql(
            """
            SELECT i.pk, se.pk AS series_pk, st.pk AS study_pk, st.study_uid, se.series_uid,
              i.content
            FROM archive_instance i
            JOIN archive_series se ON se.pk = i.series_pk JOIN archive_study st ON st.pk = study_pk
            WHERE i.institution = ? AND i.sop_uid = ?
            """)
        .params(instance.institution(), instance.sopInstanceUid().value())
        .query(
            (row, n) ->
                new Held(
                    row.getLong("pk"),
                    row.getLong("series_pk"),
                    row.getLong("study_pk"),
                    row.getString("study_uid"),
                    row.getString("series_uid"),
                    InstanceWriter.hash(row.getBytes("content"))))
        .single();
  }

  /** Content that is damaged or gone on disk is not the same: what comes again replaces it. */
  private boolean isSame(ContentHash held, ContentHash come) throws IOException {
    var here = files.file(held);
    var there = files.file(come);
    return here.isPresent() && there.isPresent() && SameObject.of(here.get(), there.get());
  }

  private StoreOutcome replace(Held held, NewInstance instance) {
    var header = new IndexedHeader(instance);
    var revision =
        transaction.execute(
            status -> {
              tables
                  .sql(
                      """
                      INSERT INTO archive_superseded (instance_pk, content, transfer_syntax, bytes,
                        source, received_at, superseded_at)
                      SELECT pk, content, transfer_syntax, bytes, source, received_at, ?
                      FROM archive_instance WHERE pk = ? FOR UPDATE
                      """)
                  .params(Timestamp.from(instance.receivedAt()), held.pk())
                  .update();
              tables
                  .sql(
                      """
                      UPDATE archive_instance SET content = :content, bytes = :bytes,
                        transfer_syntax = :syntax, sop_class_uid = :sopClass, source = :source,
                        received_at = :at, frames = :frames
                      WHERE pk = :pk
                      """)
                  .param("content", InstanceWriter.bytes(instance.content()))
                  .param("bytes", instance.bytes())
                  .param("syntax", instance.transferSyntax())
                  .param("sopClass", instance.sopClassUid().value())
                  .param("source", instance.source())
                  .param("at", Timestamp.from(instance.receivedAt()))
                  .param("frames", header.frames())
                  .param("pk", held.pk())
                  .update();
              return tables
                  .sql(
                      """
                      UPDATE archive_series SET revision = revision + 1, last_received_at = ?
                      WHERE pk = ? RETURNING revision
                      """)
                  .params(Timestamp.from(instance.receivedAt()), held.seriesPk())
                  .query(Long.class)
                  .single();
            });
    return new StoreOutcome.Replaced(Objects.requireNonNull(revision));
  }

  private static StoreOutcome notStored(ArchiveReason code, String words, NewInstance instance) {
    return new StoreOutcome.NotStored(
        new Reason(code, words, "SOP Instance UID " + instance.sopInstanceUid().value()));
  }

  @Override
  public List<DataSet> search(ArchiveQuery query) {
    return search.search(query);
  }

  @Override
  public List<ArchivedInstance> instances(InstanceSelection selection, Visibility visibility) {
    var study = selection.studyInstanceUid().map(Uid::value).orElse("");
    return tables
        .sql(
            INSTANCES
                + """
                WHERE (:study = '' OR st.study_uid = :study)
                  AND (cardinality(:series) = 0 OR se.series_uid = ANY (:series))
                  AND (cardinality(:sops) = 0 OR i.sop_uid = ANY (:sops))
                  AND (:everything OR EXISTS (SELECT 1 FROM archive_audience a
                    WHERE a.study_pk = st.pk AND a.institution = ANY (:seers)))
                ORDER BY st.pk, se.series_number, se.pk, i.instance_number, i.pk
                """)
        .param("study", study)
        .param("series", values(selection.seriesInstanceUids()))
        .param("sops", values(selection.sopInstanceUids()))
        .param("everything", visibility.isEverything())
        .param("seers", visibility.institutions().toArray(String[]::new))
        .query((row, n) -> instance(row))
        .list();
  }

  private static String[] values(Set<Uid> uids) {
    return uids.stream().map(Uid::value).toArray(String[]::new);
  }

  private ArchivedInstance instance(ResultSet row) throws SQLException {
    int number = row.getInt("instance_number");
    var instanceNumber = row.wasNull() ? OptionalInt.empty() : OptionalInt.of(number);
    return new ArchivedInstance(
        row.getString("institution"),
        new Uid(row.getString("study_uid")),
        new Uid(row.getString("series_uid")),
        new Uid(row.getString("sop_uid")),
        new Uid(row.getString("sop_class_uid")),
        row.getString("transfer_syntax"),
        files.place(InstanceWriter.hash(row.getBytes("content"))),
        row.getLong("bytes"),
        instanceNumber,
        row.getInt("frames"),
        row.getTimestamp("received_at").toInstant());
  }

  @Override
  public Optional<ArchivedStudy> study(String institution, Uid studyInstanceUid) {
    return tables
        .sql(STUDIES + "WHERE st.institution = ? AND st.study_uid = ?")
        .params(institution, studyInstanceUid.value())
        .query((row, n) -> study(row))
        .optional();
  }

  @Override
  public List<ArchivedStudy> studiesOfPatient(String institution, Uid studyInstanceUid) {
    return tables
        .sql(
            STUDIES
                + """
                WHERE st.patient_pk = (SELECT patient_pk FROM archive_study
                  WHERE institution = ? AND study_uid = ?)
                ORDER BY st.study_date, st.study_time, st.pk
                """)
        .params(institution, studyInstanceUid.value())
        .query((row, n) -> study(row))
        .list();
  }

  private ArchivedStudy study(ResultSet row) throws SQLException {
    return new ArchivedStudy(
        row.getString("institution"),
        new Uid(row.getString("study_uid")),
        row.getString("patient_key"),
        row.getString("patient_id"),
        row.getString("name"),
        row.getString("study_date"),
        row.getString("study_time"),
        row.getString("accession_number"),
        row.getString("description"),
        Arrays.asList((String[]) row.getArray("modalities").getArray()),
        row.getInt("series_count"),
        row.getInt("instance_count"),
        row.getTimestamp("first_received_at").toInstant(),
        row.getTimestamp("last_received_at").toInstant(),
        seriesOf(row.getLong("pk")));
  }

  private List<ArchivedSeries> seriesOf(long study) {
    return tables
        .sql(SERIES + "WHERE se.study_pk = ? ORDER BY se.series_number, se.pk")
        .params(study)
        .query((row, n) -> series(row))
        .list();
  }

  private static ArchivedSeries series(ResultSet row) throws SQLException {
    return new ArchivedSeries(
        row.getString("institution"),
        new Uid(row.getString("study_uid")),
        new Uid(row.getString("series_uid")),
        row.getString("modality"),
        row.getString("description"),
        row.getInt("instance_count"),
        row.getLong("revision"),
        row.getTimestamp("last_received_at").toInstant());
  }

  @Override
  public List<ArchivedSeries> changedSince(Instant moment) {
    return tables
        .sql(SERIES + "WHERE se.last_received_at >= ? ORDER BY se.last_received_at")
        .params(Timestamp.from(moment))
        .query((row, n) -> series(row))
        .list();
  }

  @Override
  public void giveToRead(String institution, Uid studyInstanceUid, String reader) {
    tables
        .sql(
            """
            INSERT INTO archive_audience (institution, study_pk, since)
            SELECT ?, pk, now() FROM archive_study WHERE institution = ? AND study_uid = ?
            ON CONFLICT DO NOTHING
            """)
        .params(reader, institution, studyInstanceUid.value())
        .update();
  }

  @Override
  public Optional<DeletedStudy> delete(
      String institution, Uid studyInstanceUid, String by, String why) {
    return new StudyDeletion(tables, transaction, files)
        .delete(institution, studyInstanceUid, by, why);
  }

  @Override
  public Optional<DeletedStudy> deleteSeries(
      String institution, Uid studyInstanceUid, Uid seriesInstanceUid, String by, String why) {
    return new StudyDeletion(tables, transaction, files)
        .deleteSeries(institution, studyInstanceUid, seriesInstanceUid, by, why);
  }
}
