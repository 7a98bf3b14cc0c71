package org.hilum.imaging.worklist.work;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hilum.imaging.archive.Archive;
import org.hilum.imaging.archive.Archive.ArchivedStudy;
import org.hilum.imaging.worklist.CaseFlow;
import org.hilum.imaging.worklist.CaseKey;
import org.hilum.imaging.worklist.UrgencyLevel;
import org.hilum.imaging.worklist.sql.CaseTable;
import org.hilum.platform.jobs.JobRequest;
import org.hilum.platform.jobs.Jobs;

/**
 * Finds what a study is to be compared with: the read study of the same patient that came before
 * it. A patient without an ID has no other study.
 */
public final class PriorSearch {

  private final Archive archive;
  private final CaseTable cases;
  private final Jobs jobs;

  public PriorSearch(Archive archive, CaseTable cases, Jobs jobs) {
    this.archive = archive;
    this.cases = cases;
    this.jobs = jobs;
  }

  /** A study was read: it is compared with its prior, and the one that follows with it. */
  void read(CaseKey key) {
    var read = readStudies(key);
    int at = read.indexOf(key);
    if (at > 0) {
      compare(read.get(at));
    }
    if (at >= 0 && at + 1 < read.size()) {
      compare(read.get(at + 1));
    }
  }

  private void compare(CaseKey later) {
    var level =
        cases.entry(later).map(entry -> entry.urgency().level()).orElse(UrgencyLevel.ROUTINE);
    jobs.submit(
        new JobRequest(
            CaseFlow.COMPARE_STUDY, later.subject(), later.institution(), level.ofComparing()));
  }

  /** The prior of a study, if there is one that was read. */
  Optional<CaseKey> prior(CaseKey key) {
    var read = readStudies(key);
    int at = read.indexOf(key);
    return at > 0 ? Optional.of(read.get(at - 1)) : Optional.empty();
  }

  /**
   * Read studies of the patient that have a date, earliest first; one that is being read once more
   * is among them.
   */
  private List<CaseKey> readStudies(CaseKey key) {
    var read = new ArrayList<CaseKey>();
    for (var study : archive.studiesOfPatient(key.institution(), key.studyInstanceUid())) {
      var each = keyOf(study);
      boolean isRead = cases.entry(each).filter(entry -> entry.summary().isPresent()).isPresent();
      if (isRead && !study.studyDate().isEmpty()) {
        read.add(each);
      }
    }
    return read;
  }

  private static CaseKey keyOf(ArchivedStudy study) {
    return new CaseKey(study.institution(), study.studyInstanceUid());
  }
}
