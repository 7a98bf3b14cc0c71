package org.hilum.imaging.worklist.work;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hilum.imaging.archive.Archive;
import org.hilum.imaging.archive.Archive.ArchivedStudy;
import org.hilum.imaging.worklist.CaseKey;
import org.hilum.imaging.worklist.CaseState;
import org.hilum.imaging.worklist.sql.CaseTable;
import org.hilum.platform.jobs.JobRequest;
import org.hilum.platform.jobs.Jobs;

/**
 * Finds what a study is to be compared with: the read study of the same patient that came before
 * it. A patient without an ID has no other study.
 */
public final class PriorSearch {

  /** Kind of the job that compares a study with its prior. */
  public static final String COMPARE_STUDY = "compare-study";

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
    for (int n = 1; n < read.size(); n++) {
      if (read.get(n).equals(key) || read.get(n - 1).equals(key)) {
        var later = read.get(n);
        jobs.submit(
            new JobRequest(
                COMPARE_STUDY,
                later.subject(),
                later.institution(),
                cases.urgency(later).ofComparing()));
      }
    }
  }

  /** The prior of a study, if there is one that was read. */
  Optional<CaseKey> prior(CaseKey key) {
    var read = readStudies(key);
    int at = read.indexOf(key);
    return at > 0 ? Optional.of(read.get(at - 1)) : Optional.empty();
  }

  private List<CaseKey> readStudies(CaseKey key) {
    var read = new ArrayList<CaseKey>();
    for (var study : archive.studiesOfPatient(key.institution(), key.studyInstanceUid())) {
      var each = keyOf(study);
      boolean isRead =
          cases
              .entry(each)
              .filter(entry -> entry.state() == CaseState.READ || each.equals(key))
              .isPresent();
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
