package org.hilum.imaging.worklist;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hilum.imaging.archive.Archive;
import org.hilum.imaging.archive.ArchiveQuery;
import org.hilum.imaging.archive.ArchivedInstance;
import org.hilum.imaging.archive.InstanceSelection;
import org.hilum.imaging.archive.NewInstance;
import org.hilum.imaging.archive.StoreOutcome;
import org.hilum.imaging.archive.Visibility;
import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.dicom.Uid;

/** A real archive that notes which series were taken out, and counts what it is asked. */
public final class WatchedArchive implements Archive {

  private final Archive archive;

  /** Series Instance UIDs. */
  public final List<String> takenOut = new ArrayList<>();

  /** How often a study was asked for. */
  public int asked;

  public WatchedArchive(Archive archive) {
    this.archive = archive;
  }

  @Override
  public StoreOutcome store(NewInstance instance) {
    return archive.store(instance);
  }

  @Override
  public List<DataSet> search(ArchiveQuery query) {
    return archive.search(query);
  }

  @Override
  public List<ArchivedInstance> instances(InstanceSelection selection, Visibility visibility) {
    return archive.instances(selection, visibility);
  }

  @Override
  public Optional<ArchivedStudy> study(String institution, Uid study) {
    asked++;
    return archive.study(institution, study);
  }

  @Override
  public List<ArchivedStudy> studiesOfPatient(String institution, Uid study) {
    return archive.studiesOfPatient(institution, study);
  }

  @Override
  public void giveToRead(String institution, Uid study, String reader) {
    archive.giveToRead(institution, study, reader);
  }

  @Override
  public Optional<DeletedStudy> delete(String institution, Uid study, String by, String why) {
    return archive.delete(institution, study, by, why);
  }

  @Override
  public Optional<DeletedStudy> deleteSeries(
      String institution, Uid study, Uid series, String by, String why) {
    takenOut.add(series.value());
    return archive.deleteSeries(institution, study, series, by, why);
  }

  @Override
  public List<Deletion> deletions(String institution, Instant from, Instant to) {
    return archive.deletions(institution, from, to);
  }

  @Override
  public List<ArchivedSeries> changedSince(Instant moment) {
    return archive.changedSince(moment);
  }
}
