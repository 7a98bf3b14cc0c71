package org.hilum.imaging.archive.sql;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.dicom.Uid;
import org.hilum.imaging.vocabulary.Reason;
import org.hilum.platform.storage.ContentStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** The archive in PostgreSQL, its files in a {@link ContentStore}. */
public final class SqlArchive implements Archive {

  private static final Logger LOG = LoggerFactory.getLogger(SqlArchive.class);

  /** How often one instance is begun anew because others changed the same at the same moment. */
  private static final int MOST_ATTEMPTS = 8;

  /** Class 40 of SQL states: two transactions were in each other's way. */
  private static final String ROLLED_BACK = "40";

  private final JdbcClient tables;
  private final InstanceWriter writer;
  private final Resent resent;
  private final IndexReader reader;
  private final ArchiveSearch search;
  private final StudyDeletion deletion;

  public SqlArchive(DataSource source, ContentStore files) {
    var transaction = new TransactionTemplate(new JdbcTransactionManager(source));
    this.tables = JdbcClient.create(source);
    this.writer = new InstanceWriter(source);
    this.resent = new Resent(tables, transaction, files);
    this.reader = new IndexReader(tables, files);
    this.search = new ArchiveSearch(source);
    this.deletion = new StudyDeletion(source, files);
  }

  @Override
  public StoreOutcome store(NewInstance instance) {
    var header = new IndexedHeader(instance);
    try {
      for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
        var outcome = attempt(instance, header);
        if (outcome.isPresent()) {
          return outcome.get();
        }
        writer.forget(instance, header);
      }
    } catch (ElsewhereException elsewhere) {
      return new StoreOutcome.NotStored(
          new Reason(
              ArchiveReason.STUDY_OF_ANOTHER_PATIENT,
              elsewhere.words(),
              "SOP Instance UID " + instance.sopInstanceUid().value()));
    } catch (SQLException | IOException | DataAccessException | TransactionException failed) {
      throw new ArchiveFault("not kept: " + instance.sopInstanceUid(), failed);
    }
    throw new ArchiveFault("not kept, others change the same: " + instance.sopInstanceUid());
  }

  @Override
  public Optional<List<StoreOutcome.Stored>> storeTogether(List<NewInstance> instances) {
    try {
      return writer
          .writeTogether(instances)
          .map(
              all ->
                  all.stream()
                      .map(each -> new StoreOutcome.Stored(each.revision(), each.opensSeries()))
                      .toList());
    } catch (SQLException failed) {
      // One by one it shows which of them has what fault, if it is still there.
      LOG.debug("not stored together: {}", failed.toString());
      return Optional.empty();
    }
  }

  /** Empty when others changed the same at the same moment. */
  private Optional<StoreOutcome> attempt(NewInstance instance, IndexedHeader header)
      throws SQLException, IOException, ElsewhereException {
    try {
      var written = writer.write(instance, header);
      return written.isPresent()
          ? Optional.of(
              new StoreOutcome.Stored(written.get().revision(), written.get().opensSeries()))
          : resent.judge(instance, header);
    } catch (SQLException failed) {
      if (failed.getSQLState() != null && failed.getSQLState().startsWith(ROLLED_BACK)) {
        return Optional.empty();
      }
      throw failed;
    } catch (ConcurrencyFailureException inTheWay) {
      return Optional.empty();
    }
  }

  @Override
  public List<DataSet> search(ArchiveQuery query) {
    return search.search(query);
  }

  @Override
  public List<ArchivedInstance> instances(InstanceSelection selection, Visibility visibility) {
    return reader.instances(selection, visibility);
  }

  @Override
  public Optional<ArchivedStudy> study(String institution, Uid studyInstanceUid) {
    return reader.study(institution, studyInstanceUid);
  }

  @Override
  public List<ArchivedStudy> studiesOfPatient(String institution, Uid studyInstanceUid) {
    return reader.studiesOfPatient(institution, studyInstanceUid);
  }

  @Override
  public List<ArchivedSeries> changedSince(Instant moment) {
    return reader.changedSince(moment);
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
    return deletion.study(institution, studyInstanceUid, StudyDeletion.WHENEVER, by, why);
  }

  @Override
  public Optional<DeletedStudy> deleteSeries(
      String institution, Uid studyInstanceUid, Uid seriesInstanceUid, String by, String why) {
    return deletion.series(institution, studyInstanceUid, seriesInstanceUid, by, why);
  }

  @Override
  public List<Deletion> deletions(String institution, Instant from, Instant to) {
    return deletion.records(institution, from, to);
  }
}
