package org.hilum.imaging.worklist;

import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import org.hilum.imaging.archive.Archive;
import org.hilum.imaging.archive.Archive.ArchivedStudy;
import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.dicom.Uid;
import org.hilum.imaging.intake.ArrivalObserver;
import org.hilum.imaging.intake.Receipt;
import org.hilum.imaging.intake.Sender;
import org.hilum.imaging.intake.SeriesCompleted;
import org.hilum.imaging.worklist.sql.CaseTable;
import org.hilum.platform.jobs.Job;
import org.hilum.platform.jobs.JobRequest;
import org.hilum.platform.jobs.JobState;
import org.hilum.platform.jobs.Jobs;

/**
 * Moves a case from state to state: it arrives, waits, is read, and waits for a person where it
 * cannot be.
 */
public final class CaseFlow implements ArrivalObserver, SeriesCompleted.Listener, Jobs.JobObserver {

  /** Kind of the job that reads a study. */
  public static final String READ_STUDY = "read-study";

  private static final String CT = "CT";
  private static final int FIRST = 1;

  /** Who reads for an institution. */
  @FunctionalInterface
  public interface Readers {
    /** Codes of the institutions that read for one. */
    List<String> readersFor(String institution);
  }

  private final Archive archive;
  private final CaseTable cases;
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
    this.jobs = jobs;
    this.readers = readers;
    this.clock = clock;
    this.changes = changes;
  }

  /** The first image of a CT series puts its study on the list. */
  @Override
  public void accepted(Sender sender, Receipt.Accepted receipt, long revision, DataSet header) {
    if (revision == FIRST && header.text(Tag.MODALITY).filter(CT::equals).isPresent()) {
      var key = new CaseKey(sender.institution(), receipt.studyInstanceUid());
      archive.study(key.institution(), key.studyInstanceUid()).ifPresent(this::arrived);
      askedFor(header, key);
    }
  }

  private WorklistEntry arrived(ArchivedStudy study) {
    var reading = readers.readersFor(study.institution());
    reading.forEach(
        reader -> archive.giveToRead(study.institution(), study.studyInstanceUid(), reader));
    var entry = cases.arrived(study, reading, clock.instant());
    changes.changed(Optional.of(entry));
    return entry;
  }

  /** What the sender says of priority (Requested Procedure Priority, 0040,1003). */
  private void askedFor(DataSet header, CaseKey key) {
    var priority =
        header.text(Tag.REQUESTED_PROCEDURE_PRIORITY).orElse("").toUpperCase(Locale.ROOT);
    var level =
        switch (priority) {
          case "STAT" -> UrgencyLevel.EMERGENCY;
          case "HIGH" -> UrgencyLevel.URGENT;
          default -> UrgencyLevel.ROUTINE;
        };
    if (level != UrgencyLevel.ROUTINE) {
      changes.changed(
          cases.ask(key, new Urgency(level, "requested with priority " + priority, "sender")));
    }
  }

  /**
   * A complete CT series makes its study wait for a reading, once nothing else of the study is
   * coming in: a localizer is complete before the chest has begun.
   */
  @Override
  public void completed(SeriesCompleted event) {
    var key = new CaseKey(event.institution(), event.studyInstanceUid());
    if (event.modality().equals(CT)) {
      archive.study(key.institution(), key.studyInstanceUid()).ifPresent(this::arrived);
      changes.changed(cases.goTo(key, CaseState.ARRIVING, remarks(event), null, clock.instant()));
      cases.needsReading(key, true);
    }
    if (event.isLastOfStudy()) {
      cases.needingReading(key).ifPresent(this::submit);
    }
  }

  /** Asks for the readings that a stop kept from being asked for. */
  public void takeUp() {
    cases.needingReading().forEach(this::submit);
  }

  private static List<CaseReason> remarks(SeriesCompleted event) {
    return event.isLate()
        ? List.of(CaseReason.of("images came after the study was complete: it is read once more"))
        : List.of();
  }

  private void submit(WorklistEntry entry) {
    var job = jobs.submit(request(entry));
    changes.changed(
        cases.goTo(entry.key(), CaseState.WAITING, entry.reasons(), job.id(), clock.instant()));
    cases.needsReading(entry.key(), false);
  }

  private static JobRequest request(WorklistEntry entry) {
    return new JobRequest(
        READ_STUDY,
        entry.key().subject(),
        entry.key().institution(),
        entry.urgency().level().ofReading());
  }

  /** Has a case read again. */
  public void readAgain(CaseKey key) {
    cases.entry(key).ifPresent(this::submit);
  }

  /** The queue says how far the reading of a case is. */
  @Override
  public void changed(Job job) {
    if (job.request().kind().equals(READ_STUDY)) {
      var key = CaseKey.of(job.request().subject());
      switch (job.state()) {
        case RUNNING -> reading(key, job);
        case WAITING -> waitingAgain(key, job);
        case SET_ASIDE -> end(key, CaseState.SET_ASIDE, job);
        case CANCELLED -> end(key, CaseState.CANCELLED, job);
        case DONE -> {
          // The worker has said what came of it.
        }
      }
    }
  }

  private void reading(CaseKey key, Job job) {
    if (cases.entry(key).filter(entry -> entry.state() == CaseState.WAITING).isPresent()) {
      changes.changed(cases.goTo(key, CaseState.READING, List.of(), job.id(), clock.instant()));
    }
  }

  private void waitingAgain(CaseKey key, Job job) {
    if (job.state() == JobState.WAITING && job.attempts() > 0) {
      var why = List.of(CaseReason.of("tried " + job.attempts() + " times: " + job.words()));
      changes.changed(cases.goTo(key, CaseState.WAITING, why, job.id(), clock.instant()));
    }
  }

  /** A newer job of the case says itself how it ends. */
  private void end(CaseKey key, CaseState state, Job job) {
    boolean isLatest =
        cases.entry(key).filter(entry -> entry.jobId().orElse(0) <= job.id()).isPresent();
    if (isLatest) {
      changes.changed(
          cases.goTo(key, state, List.of(CaseReason.of(job.words())), job.id(), clock.instant()));
    }
  }

  /** The study of a case was deleted. */
  public void deleted(String institution, Uid study) {
    cases.forget(new CaseKey(institution, study));
  }
}
