package org.hilum.imaging.worklist.work;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.hilum.imaging.archive.Archive;
import org.hilum.imaging.dicom.Uid;
import org.hilum.imaging.reading.ReadingLine;
import org.hilum.imaging.reading.ReadingListener;
import org.hilum.imaging.reading.ReadingResult;
import org.hilum.imaging.reading.ReadingSettings;
import org.hilum.imaging.reading.ReadingTools;
import org.hilum.imaging.reading.StudyOutcome;
import org.hilum.imaging.reading.StudyOutcome.StudyFailed;
import org.hilum.imaging.reading.StudyOutcome.StudyRead;
import org.hilum.imaging.reading.StudyOutcome.StudyRefused;
import org.hilum.imaging.vocabulary.Reason;
import org.hilum.imaging.worklist.CaseChanges;
import org.hilum.imaging.worklist.CaseFlow;
import org.hilum.imaging.worklist.CaseKey;
import org.hilum.imaging.worklist.CaseReason;
import org.hilum.imaging.worklist.CaseState;
import org.hilum.imaging.worklist.StudyResult.Kind;
import org.hilum.imaging.worklist.TriagePolicy;
import org.hilum.imaging.worklist.WorklistEntry;
import org.hilum.imaging.worklist.WorklistSettings;
import org.hilum.imaging.worklist.sql.CaseTable;
import org.hilum.imaging.worklist.sql.CaseTable.Finding;
import org.hilum.platform.jobs.Job;
import org.hilum.platform.jobs.JobFailedException;
import org.hilum.platform.jobs.JobProgress;
import org.hilum.platform.jobs.JobWorker;

/** Reads a study of the archive, and keeps what comes of it. */
public final class ReadStudyWorker implements JobWorker {

  /** How much of the work each step is, about; keeping is the rest. */
  private static final double KEEPING_FROM = 0.9;

  private final WorklistSettings settings;
  private final StudyFiles images;
  private final ReadingLine line;
  private final ResultKeeper keeper;
  private final EarlierObjects earlier;
  private final CaseTable cases;
  private final CaseChanges changes;
  private final PriorSearch priors;
  private final InstantSource clock;
  private final TriagePolicy triage;

  public ReadStudyWorker(
      WorklistSettings settings,
      Archive archive,
      ReadingTools tools,
      ResultKeeper keeper,
      EarlierObjects earlier,
      CaseTable cases,
      CaseChanges changes,
      PriorSearch priors,
      InstantSource clock) {
    this.settings = settings;
    this.images = new StudyFiles(archive);
    this.line = new ReadingLine(tools);
    this.keeper = keeper;
    this.earlier = earlier;
    this.cases = cases;
    this.changes = changes;
    this.priors = priors;
    this.clock = clock;
    this.triage = new TriagePolicy(settings.urgentPercent());
  }

  @Override
  public String kind() {
    return CaseFlow.READ_STUDY;
  }

  @Override
  public Duration timeOut() {
    return settings.timeOut();
  }

  @Override
  public int mostAttempts() {
    return settings.mostAttempts();
  }

  @Override
  public void work(Job job, JobProgress progress) throws IOException, JobFailedException {
    var key = CaseKey.of(job.request().subject());
    var entry = cases.begins(key, job.id(), clock.instant());
    changes.changed(entry);
    if (entry.isPresent()) {
      read(entry.get(), job, progress);
    } else {
      begunBefore(key, job);
    }
  }

  /** Nothing is left to do but, after a stop at the very end, to look for priors. */
  private void begunBefore(CaseKey key, Job job) {
    cases
        .entry(key)
        .filter(entry -> entry.jobId().orElse(0) == job.id() && entry.state() == CaseState.READ)
        .ifPresent(entry -> priors.read(key));
  }

  private void read(WorklistEntry entry, Job job, JobProgress progress)
      throws IOException, JobFailedException {
    var files = images.of(entry.key());
    if (files.isEmpty()) {
      throw new JobFailedException("the study has no CT image any more", false);
    }
    try (var folder = WorkFolder.make(settings.workFolder())) {
      var result =
          line.read(
              files,
              folder.path(),
              new ReadingSettings(settings.language(), false),
              listener(progress));
      progress.at("keeping", KEEPING_FROM);
      finish(entry, job, only(result, entry.key()));
    }
  }

  /** Ends the reading soon after it is called off or takes too long. */
  private static ReadingListener listener(JobProgress progress) {
    return (study, step, fraction) -> {
      if (Thread.currentThread().isInterrupted()) {
        throw new CancellationException("interrupted while at " + step.key());
      }
      progress.at(step.key(), KEEPING_FROM * StepShare.done(step, fraction));
    };
  }

  private void finish(WorklistEntry entry, Job job, StudyOutcome outcome)
      throws IOException, JobFailedException {
    boolean isStillWanted =
        cases.entry(entry.key()).filter(now -> now.jobId().orElse(0) == job.id()).isPresent();
    if (isStillWanted) {
      switch (outcome) {
        case StudyRead read -> read(entry, job, read);
        case StudyRefused refused -> refused(entry, job, refused);
        case StudyFailed(var name, var fault) ->
            throw new JobFailedException("the reading failed: " + fault, true);
      }
    }
  }

  /** One study was handed to the line; where even its headers were refused there is no outcome. */
  private static StudyOutcome only(ReadingResult result, CaseKey key) {
    return result.outcomes().stream()
        .filter(each -> each.studyName().equals(key.studyInstanceUid().value()))
        .findFirst()
        .or(() -> result.outcomes().stream().findFirst())
        .orElseGet(
            () ->
                new StudyRefused(
                    key.studyInstanceUid().value(),
                    Stream.concat(result.refusals().stream(), result.leftAlone().stream()).toList(),
                    Path.of("")));
  }

  private void read(WorklistEntry entry, Job job, StudyRead read)
      throws IOException, JobFailedException {
    var summary = SummaryReader.reading(read.folder().resolve("reading.json"));
    var kept = keeper.keep(entry.key(), Kind.READING, job.id(), read.folder());
    earlier.retire(entry.key(), Kind.READING, kept.series());
    var found =
        new Finding(
            CaseState.READ,
            Optional.of(summary),
            triage.of(summary),
            kept.version(),
            remarks(entry, kept.version(), read.remarks()));
    if (isTold(entry.key(), job, found, kept.series())) {
      priors.read(entry.key());
    }
  }

  private void refused(WorklistEntry entry, Job job, StudyRefused refused)
      throws IOException, JobFailedException {
    int version = entry.version();
    if (refused.folder().toString().isEmpty()) {
      earlier.retireAll(entry.key(), Kind.READING);
    } else {
      version = keeper.keep(entry.key(), Kind.READING, job.id(), refused.folder()).version();
      earlier.retire(entry.key(), Kind.READING, List.of());
    }
    var found =
        new Finding(
            CaseState.REFUSED,
            Optional.empty(),
            triage.ofRefusal(refused.reasons()),
            version,
            remarks(entry, version, refused.reasons()));
    if (isTold(entry.key(), job, found, List.of())) {
      earlier.retireAll(entry.key(), Kind.COMPARISON);
    }
  }

  /** Whether the case was still there to be told; else nothing of the result may stay. */
  private boolean isTold(CaseKey key, Job job, Finding found, List<Uid> series) {
    var told = cases.finished(key, job.id(), found, clock.instant());
    changes.changed(told);
    if (told.isEmpty() && cases.entry(key).isEmpty()) {
      earlier.takeBack(key, series);
    }
    return told.isPresent();
  }

  /** Why it was read once more stays with the new version. */
  private static List<CaseReason> remarks(WorklistEntry entry, int version, List<Reason> reasons) {
    var whyOnceMore =
        version > 1
            ? entry.reasons().stream().filter(CaseReason::saysWhyOnceMore)
            : Stream.<CaseReason>of();
    return Stream.concat(whyOnceMore, reasons.stream().map(CaseReason::of)).toList();
  }
}
