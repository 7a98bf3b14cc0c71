package org.hilum.imaging.worklist;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.hilum.imaging.archive.Archive;
import org.hilum.imaging.archive.Archive.ArchivedStudy;
import org.hilum.imaging.archive.ArchivedInstance;
import org.hilum.imaging.archive.InstanceSelection;
import org.hilum.imaging.archive.Visibility;
import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.intake.ArrivalObserver;
import org.hilum.imaging.intake.Receipt;
import org.hilum.imaging.intake.Sender;
import org.hilum.imaging.intake.SeriesCompleted;
import org.hilum.imaging.worklist.sql.CaseArrivals;
import org.hilum.imaging.worklist.sql.CaseTable;
import org.hilum.imaging.worklist.sql.CaseWishes;
import org.hilum.imaging.worklist.work.RequestedPriority;
import org.hilum.imaging.worklist.work.StudyFiles;
import org.hilum.platform.jobs.Job;
import org.hilum.platform.jobs.JobFilter;
import org.hilum.platform.jobs.JobRequest;
import org.hilum.platform.jobs.JobState;
import org.hilum.platform.jobs.Jobs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves a case from state to state: it arrives, waits, is read, and waits for a person where it
 * cannot be.
 *
 * <p>What a case is like is in the database alone; what a stop or an outage kept from being written
 * is found again by {@link #takeUp}.
 */
public final class CaseFlow implements ArrivalObserver, SeriesCompleted.Listener, Jobs.JobObserver {

  /** Kind of the job that reads a study. */
  public static final String READ_STUDY = "read-study";

  /** Kind of the job that compares a study with its prior. */
  public static final String COMPARE_STUDY = "compare-study";

  private static final Logger LOG = LoggerFactory.getLogger(CaseFlow.class);
  private static final int MOST_OPEN_JOBS = 1_000_000;

  /** Who reads for an institution. */
  @FunctionalInterface
  public interface Readers {
    /** Codes of the institutions that read for one. */
    List<String> readersFor(String institution);
  }

  private final Archive archive;
  private final CaseTable cases;
  private final CaseArrivals arrivals;
  private final CaseWishes wishes;
  private final Jobs jobs;
  private final Readers readers;
  private final InstantSource clock;
  private final CaseChanges changes;

  public CaseFlow(
      Archive archive,
      DataSource tables,
      Jobs jobs,
      Readers readers,
      InstantSource clock,
      CaseChanges changes) {
    this.archive = archive;
    this.cases = new CaseTable(tables);
    this.arrivals = new CaseArrivals(tables);
    this.wishes = new CaseWishes(tables);
    this.jobs = jobs;
    this.readers = readers;
    this.clock = clock;
    this.changes = changes;
  }

  /**
   * The first image of a CT series puts its study on the list; the others cost nothing. The image
   * is safe already: a failure here is made good when the series is complete.
   */
  @Override
  public void accepted(Sender sender, Receipt.Accepted receipt, long revision, DataSet header) {
    if (receipt.opensSeries() && StudyFiles.isCt(receipt.sopClassUid())) {
      var key = new CaseKey(sender.institution(), receipt.studyInstanceUid());
      try {
        archive.study(key.institution(), key.studyInstanceUid()).ifPresent(this::arrived);
        asked(key, header);
      } catch (RuntimeException failed) {
        LOG.warn("case {}: not on the list yet", key.subject(), failed);
      }
    }
  }

  private WorklistEntry arrived(ArchivedStudy study) {
    var reading = readers.readersFor(study.institution());
    reading.forEach(
        reader -> archive.giveToRead(study.institution(), study.studyInstanceUid(), reader));
    var entry = arrivals.arrived(study, reading, clock.instant());
    changes.changed(Optional.of(entry));
    return entry;
  }

  private void asked(CaseKey key, DataSet header) {
    RequestedPriority.of(header)
        .ifPresent(urgency -> changes.changed(wishes.askedBySender(key, urgency)));
  }

  /**
   * A complete CT series makes its study wait for a reading, once nothing else of the study is
   * coming in: a localizer is complete before the chest has begun. Anything else, such as results
   * that come back by way of another archive, is only counted.
   */
  @Override
  public void completed(SeriesCompleted event) {
    var key = new CaseKey(event.institution(), event.studyInstanceUid());
    archive
        .study(key.institution(), key.studyInstanceUid())
        .ifPresent(
            study -> {
              var ct = ctImage(event);
              if (ct.isPresent()) {
                needsReading(study, event, ct.get());
              } else {
                changes.changed(arrivals.counted(study));
              }
            });
    if (event.isLastOfStudy()) {
      arrivals.needingReading(key).ifPresent(this::submitNeeded);
    }
  }

  private Optional<ArchivedInstance> ctImage(SeriesCompleted event) {
    var series = InstanceSelection.series(event.studyInstanceUid(), event.seriesInstanceUid());
    return archive.instances(series, Visibility.everything()).stream()
        .filter(each -> each.institution().equals(event.institution()))
        .filter(each -> StudyFiles.isCt(each.sopClassUid()))
        .findFirst();
  }

  private void needsReading(ArchivedStudy study, SeriesCompleted event, ArchivedInstance image) {
    var entry = arrived(study);
    RequestedPriority.of(image.file())
        .ifPresent(urgency -> wishes.askedBySender(entry.key(), urgency));
    changes.changed(arrivals.needsReading(entry.key(), remarks(event, entry), clock.instant()));
  }

  private static List<CaseReason> remarks(SeriesCompleted event, WorklistEntry entry) {
    if (event.isLate()) {
      return List.of(
          CaseReason.of(
              WorklistReason.LATE_IMAGES,
              "images came after the study was complete: it is read once more"));
    }
    return entry.version() > 0
        ? List.of(
            CaseReason.of(
                WorklistReason.ANOTHER_SERIES,
                "another series came after the study was read: it is read once more"))
        : List.of();
  }

  /**
   * Takes up what a stop or an outage left: readings that are needed and were not asked for, cases
   * whose job is gone, and ends of jobs that nobody wrote down. Safe at any time.
   */
  public void takeUp() {
    arrivals.needingReading().forEach(entry -> safely(entry, this::submitNeeded));
    var open =
        new JobFilter(
            Set.of(READ_STUDY),
            Set.of(),
            Set.of(JobState.WAITING, JobState.RUNNING),
            MOST_OPEN_JOBS);
    var alive =
        jobs.jobs(open).stream().map(job -> job.request().subject()).collect(Collectors.toSet());
    cases.open().stream()
        .filter(entry -> !alive.contains(entry.key().subject()))
        .forEach(entry -> safely(entry, this::takeUp));
  }

  private void takeUp(WorklistEntry seen) {
    var job =
        (seen.jobId().isPresent() ? jobs.job(seen.jobId().getAsLong()) : Optional.<Job>empty())
            .filter(of -> of.request().subject().equals(seen.key().subject()));
    if (job.isPresent() && !job.get().state().isEnd()) {
      return;
    }
    // What the job did before its end is written by now.
    var entry =
        cases
            .entry(seen.key())
            .filter(now -> now.state() == CaseState.WAITING || now.state() == CaseState.READING)
            .filter(now -> now.jobId().equals(seen.jobId()));
    if (entry.isPresent()) {
      if (job.filter(ended -> ended.state() != JobState.DONE).isPresent()) {
        changed(job.get());
      } else {
        submit(entry.get(), entry.get().reasons());
      }
    }
  }

  private void safely(WorklistEntry entry, Consumer<WorklistEntry> work) {
    try {
      work.accept(entry);
    } catch (RuntimeException failed) {
      LOG.warn("case {}: not taken up", entry.key().subject(), failed);
    }
  }

  private void submitNeeded(WorklistEntry entry) {
    submit(entry, entry.reasons());
    arrivals.wasAskedFor(entry.key());
  }

  private void submit(WorklistEntry entry, List<CaseReason> reasons) {
    var urgency = entry.urgency().level().ofReading();
    var job =
        jobs.submit(
            new JobRequest(READ_STUDY, entry.key().subject(), entry.key().institution(), urgency));
    var now = cases.waits(entry.key(), job.id(), reasons, clock.instant());
    now.map(waiting -> waiting.urgency().level().ofReading())
        .filter(asked -> asked != job.request().urgency())
        .ifPresent(asked -> jobs.changeUrgency(job.id(), asked));
    changes.changed(now);
  }

  /** Has a case read again. */
  public void readAgain(CaseKey key) {
    var why =
        List.of(CaseReason.of(WorklistReason.READ_AGAIN, "a person had the study read again"));
    cases.entry(key).ifPresent(entry -> submit(entry, entry.version() > 0 ? why : List.of()));
  }

  /** The queue says what became of a job; what the work itself finds is said by the worker. */
  @Override
  public void changed(Job job) {
    var kind = job.request().kind();
    if (kind.equals(READ_STUDY)) {
      var key = CaseKey.of(job.request().subject());
      switch (job.state()) {
        case WAITING -> waitingAgain(key, job);
        case SET_ASIDE -> setAside(key, job);
        case CANCELLED ->
            leaves(key, job, CaseState.CANCELLED, WorklistReason.CALLED_OFF, Urgency.ROUTINE);
        case RUNNING, DONE -> {
          // The worker says so itself.
        }
      }
    } else if (kind.equals(COMPARE_STUDY) && job.state() == JobState.SET_ASIDE) {
      var key = CaseKey.of(job.request().subject());
      var comparison = Optional.of(WorklistEntry.COMPARISON_FAILED);
      changes.changed(cases.compared(key, comparison, Urgency.ROUTINE));
    }
  }

  /** After a failed attempt, or since a person put an ended job back. */
  private void waitingAgain(CaseKey key, Job job) {
    if (job.attempts() > 0) {
      leaves(key, job, CaseState.WAITING, WorklistReason.TRIED_AGAIN, Urgency.ROUTINE);
    } else {
      changes.changed(cases.putBack(key, job.id(), clock.instant()));
    }
  }

  private void setAside(CaseKey key, Job job) {
    var found = new Urgency(UrgencyLevel.RAISED, "not read: " + job.words(), Urgency.PROGRAM);
    leaves(key, job, CaseState.SET_ASIDE, WorklistReason.SET_ASIDE, found);
  }

  private void leaves(CaseKey key, Job job, CaseState state, WorklistReason why, Urgency found) {
    var words = job.words().isEmpty() ? "attempt " + job.attempts() + " failed" : job.words();
    var reasons =
        Stream.concat(
                cases.entry(key).stream()
                    .flatMap(entry -> entry.reasons().stream())
                    .filter(CaseReason::saysWhyOnceMore),
                Stream.of(CaseReason.of(why, words)))
            .toList();
    changes.changed(cases.leaves(key, job.id(), state, reasons, found, clock.instant()));
  }
}
