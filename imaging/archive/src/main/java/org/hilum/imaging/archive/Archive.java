package org.hilum.imaging.archive;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.hilum.imaging.archive.sql.SqlArchive;
import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.dicom.Uid;
import org.hilum.platform.storage.ContentStore;
import org.hilum.platform.storage.ContentWriting;

/** What is kept: the index of patients, studies, series and instances, and their files. */
public interface Archive {

  /** Where the scripts that make its tables lie on the class path. */
  String TABLES = "org/hilum/imaging/archive/sql";

  /** The archive of a database, its files in a store. */
  static Archive in(DataSource tables, ContentStore files) {
    return new SqlArchive(tables, files);
  }

  /**
   * Puts an instance into the index; on return it is safe on disk.
   *
   * <p>The caller closes the {@link ContentWriting} of its file after this returns: until then
   * nobody can remove it.
   *
   * @throws ArchiveFault when the index or a file could not be reached: sending again may help
   */
  StoreOutcome store(NewInstance instance);

  /**
   * Puts instances of one series into the index with one wait for the disk; on return they are all
   * safe. Empty, and nothing is stored, where they are not all new ones of a series that is known:
   * then they are to be stored one by one.
   */
  default Optional<List<StoreOutcome.Stored>> storeTogether(List<NewInstance> instances) {
    return Optional.empty();
  }

  /**
   * What matches, one data set each, with every attribute of that level and above that the index
   * knows, in a stable order: newest study first, then by number.
   */
  List<DataSet> search(ArchiveQuery query);

  /** Instances in the order of series and instance number; empty when there are none to be seen. */
  List<ArchivedInstance> instances(InstanceSelection selection, Visibility visibility);

  /** A study as a whole. */
  Optional<ArchivedStudy> study(String institution, Uid studyInstanceUid);

  /** Studies of the same patient of the same institution, earliest first, that one included. */
  List<ArchivedStudy> studiesOfPatient(String institution, Uid studyInstanceUid);

  /** Lets another institution see a study of this one. */
  void giveToRead(String institution, Uid studyInstanceUid, String reader);

  /** Deletes a study, and keeps a record of what it was; empty when there is none. */
  Optional<DeletedStudy> delete(String institution, Uid studyInstanceUid, String by, String why);

  /** Deletes a series, and its study when nothing is left of it; keeps a record. */
  Optional<DeletedStudy> deleteSeries(
      String institution, Uid studyInstanceUid, Uid seriesInstanceUid, String by, String why);

  /**
   * The proof of what was deleted, of an institution, earliest first.
   *
   * @param from the first moment
   * @param to the moment after the last
   */
  List<Deletion> deletions(String institution, Instant from, Instant to);

  /** Series in which something changed at or after a moment, for work that a stop interrupted. */
  List<ArchivedSeries> changedSince(Instant moment);

  /**
   * A study that is kept.
   *
   * @param patientKey tells patients of one institution apart, also those without an ID
   */
  record ArchivedStudy(
      String institution,
      Uid studyInstanceUid,
      String patientKey,
      String patientId,
      String patientName,
      String studyDate,
      String studyTime,
      String accessionNumber,
      String description,
      List<String> modalities,
      int seriesCount,
      int instanceCount,
      Instant firstReceivedAt,
      Instant lastReceivedAt,
      List<ArchivedSeries> series) {

    public ArchivedStudy {
      modalities = List.copyOf(modalities);
      series = List.copyOf(series);
    }
  }

  /**
   * A series that is kept.
   *
   * @param revision counts every change of its instances, from 1; it goes on rising when a study
   *     comes again after its deletion
   */
  record ArchivedSeries(
      String institution,
      Uid studyInstanceUid,
      Uid seriesInstanceUid,
      String modality,
      String description,
      int instanceCount,
      long revision,
      Instant lastReceivedAt) {}

  /** The record of a deletion. */
  record DeletedStudy(
      String institution,
      Uid studyInstanceUid,
      String patientId,
      int instanceCount,
      long bytes,
      String by,
      String why,
      Instant at) {}

  /**
   * An entry of what was deleted.
   *
   * @param what of which study, how much, by whom and why
   * @param series the one that was deleted; empty for the whole study
   */
  record Deletion(DeletedStudy what, List<Uid> series) {
    public Deletion {
      series = List.copyOf(series);
    }
  }
}
