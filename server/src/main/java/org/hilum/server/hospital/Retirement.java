package org.hilum.server.hospital;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hilum.imaging.archive.Archive;
import org.hilum.imaging.archive.Archive.ArchivedStudy;
import org.hilum.imaging.archive.Archive.DeletedStudy;
import org.hilum.imaging.archive.Archive.Deletion;
import org.hilum.imaging.archive.Upkeep;
import org.hilum.imaging.worklist.CaseKey;
import org.hilum.imaging.worklist.CaseState;
import org.hilum.imaging.worklist.Worklist;
import org.hilum.imaging.worklist.WorklistEntry;
import org.hilum.platform.access.AuditEntry;
import org.hilum.platform.access.AuditEntry.Action;
import org.hilum.platform.access.AuditTrail;
import org.hilum.platform.jobs.JobFilter;
import org.hilum.platform.jobs.JobState;
import org.hilum.platform.jobs.Jobs;

/**
 * Lets studies go that were kept long enough, from the archive and the worklist, and has it
 * recorded; never one that is still worked on.
 */
final class Retirement {

  /** Cases that the program is not done with. */
  private static final Set<CaseState> IN_WORK =
      Set.of(CaseState.ARRIVING, CaseState.WAITING, CaseState.READING);

  private static final Set<JobState> OPEN = Set.of(JobState.WAITING, JobState.RUNNING);
  private static final int MOST_OPEN_JOBS = 10_000;

  /** How far back a deletion is looked for that a stop cut off. */
  private static final Duration LOOK_BACK = Duration.ofDays(30);

  /** How far the clock of a database may be ahead. */
  private static final Duration MOST_SKEW = Duration.ofDays(1);

  private final Upkeep upkeep;
  private final Archive archive;
  private final Worklist worklist;
  private final Jobs jobs;
  private final AuditTrail trail;
  private final InstantSource clock;

  Retirement(
      Upkeep upkeep,
      Archive archive,
      Worklist worklist,
      Jobs jobs,
      AuditTrail trail,
      InstantSource clock) {
    this.upkeep = upkeep;
    this.archive = archive;
    this.worklist = worklist;
    this.jobs = jobs;
    this.trail = trail;
    this.clock = clock;
  }

  /** A small step; whether all studies have been looked at. */
  boolean step() {
    var retired = upkeep.retire(this::mayGo);
    retired.deleted().forEach(this::follow);
    return retired.isRound();
  }

  private boolean mayGo(ArchivedStudy study) {
    var key = new CaseKey(study.institution(), study.studyInstanceUid());
    boolean isInWork =
        worklist
            .entry(key, Optional.empty())
            .map(WorklistEntry::state)
            .filter(IN_WORK::contains)
            .isPresent();
    return !isInWork && !hasOpenJob(key);
  }

  private boolean hasOpenJob(CaseKey key) {
    var open = new JobFilter(Set.of(), Set.of(key.institution()), OPEN, MOST_OPEN_JOBS);
    return jobs.jobs(open).stream().anyMatch(job -> job.request().subject().equals(key.subject()));
  }

  private void follow(DeletedStudy gone) {
    trail.record(
        new AuditEntry(
            Action.DELETE,
            "hilum",
            gone.institution(),
            "",
            gone.patientId(),
            List.of(gone.studyInstanceUid().value()),
            true,
            "%s, %s, %d images".formatted(gone.by(), gone.why(), gone.instanceCount())));
    worklist.forget(new CaseKey(gone.institution(), gone.studyInstanceUid()));
  }

  /** Does the rest where a stop came between a deletion and what follows it. */
  void finish(String institution) {
    var now = clock.instant();
    archive.deletions(institution, now.minus(LOOK_BACK), now.plus(MOST_SKEW)).stream()
        .filter(each -> each.series().isEmpty())
        .map(Deletion::what)
        .filter(gone -> gone.by().equals(Upkeep.RETENTION))
        .filter(this::isHalfGone)
        .forEach(this::follow);
  }

  private boolean isHalfGone(DeletedStudy gone) {
    return archive.study(gone.institution(), gone.studyInstanceUid()).isEmpty()
        && worklist
            .entry(new CaseKey(gone.institution(), gone.studyInstanceUid()), Optional.empty())
            .isPresent();
  }
}
