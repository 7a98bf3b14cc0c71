package org.hilum.imaging.worklist.work;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.hilum.imaging.archive.Archive;
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
import org.hilum.imaging.worklist.WorklistSettings;
import org.hilum.imaging.worklist.sql.CaseTable;
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
    var files = images.of(key);
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
      finish(key, result, progress);
    }
  }

  private static ReadingListener listener(JobProgress progress) {
    return (study, step, fraction) ->
        progress.at(step.key(), KEEPING_FROM * StepShare.done(step, fraction));
  }

  private void finish(CaseKey key, ReadingResult result, JobProgress progress)
      throws IOException, JobFailedException {
    progress.at("keeping", KEEPING_FROM);
    var outcome = only(result, key);
    switch (outcome) {
      case StudyRead read -> read(key, read);
      case StudyRefused refused -> refused(key, refused.reasons(), refused.folder());
      case StudyFailed(var name, var fault) ->
          throw new JobFailedException("the reading failed: " + fault, true);
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

  private void read(CaseKey key, StudyRead read) throws IOException, JobFailedException {
    var summary = SummaryReader.reading(read.folder().resolve("reading.json"));
    var kept = keeper.keep(key, Kind.READING, read.folder());
    earlier.retire(key, Kind.READING, kept.series());
    var found = new TriagePolicy(settings.urgentPercent()).of(summary);
    changes.changed(
        cases.read(key, summary, found, kept.version(), reasons(read.remarks()), clock.instant()));
    priors.read(key);
  }

  private void refused(CaseKey key, List<Reason> reasons, Path folder)
      throws IOException, JobFailedException {
    if (!folder.toString().isEmpty()) {
      keeper.keep(key, Kind.READING, folder);
    }
    changes.changed(cases.goTo(key, CaseState.REFUSED, reasons(reasons), null, clock.instant()));
  }

  private static List<CaseReason> reasons(List<Reason> reasons) {
    return reasons.stream().map(CaseReason::of).toList();
  }
}
