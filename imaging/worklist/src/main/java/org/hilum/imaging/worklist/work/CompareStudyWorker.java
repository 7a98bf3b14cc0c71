package org.hilum.imaging.worklist.work;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.hilum.imaging.comparison.ComparisonSettings;
import org.hilum.imaging.comparison.CourseVerdict;
import org.hilum.imaging.reading.ComparisonLine;
import org.hilum.imaging.reading.ComparisonOutcome;
import org.hilum.imaging.reading.ComparisonOutcome.DatesCompared;
import org.hilum.imaging.reading.ComparisonOutcome.DatesRefused;
import org.hilum.imaging.reading.ReadingListener;
import org.hilum.imaging.reading.ReadingSettings;
import org.hilum.imaging.reading.ReadingStep;
import org.hilum.imaging.reading.ReadingTools;
import org.hilum.imaging.reading.StudyOutcome.StudyFailed;
import org.hilum.imaging.worklist.CaseChanges;
import org.hilum.imaging.worklist.CaseFlow;
import org.hilum.imaging.worklist.CaseKey;
import org.hilum.imaging.worklist.StudyResult.Kind;
import org.hilum.imaging.worklist.TriagePolicy;
import org.hilum.imaging.worklist.Urgency;
import org.hilum.imaging.worklist.WorklistEntry;
import org.hilum.imaging.worklist.WorklistSettings;
import org.hilum.imaging.worklist.sql.CaseTable;
import org.hilum.platform.jobs.Job;
import org.hilum.platform.jobs.JobFailedException;
import org.hilum.platform.jobs.JobProgress;
import org.hilum.platform.jobs.JobWorker;

/**
 * Compares a study of the archive with the patient's prior, and keeps what comes of it.
 *
 * <p>Both are taken as they are kept where the same program and networks made them, or a person
 * corrected one; else both are read afresh, so that no difference between networks is taken for
 * change.
 */
public final class CompareStudyWorker implements JobWorker {

  private final WorklistSettings settings;
  private final StudyFiles images;
  private final KeptReadings kept;
  private final ComparisonLine line;
  private final ResultKeeper keeper;
  private final EarlierObjects earlier;
  private final CaseTable cases;
  private final CaseChanges changes;
  private final PriorSearch priors;
  private final TriagePolicy triage;

  public CompareStudyWorker(
      WorklistSettings settings,
      KeptReadings kept,
      ReadingTools tools,
      ResultKeeper keeper,
      EarlierObjects earlier,
      CaseTable cases,
      CaseChanges changes,
      PriorSearch priors) {
    this.settings = settings;
    this.images = kept.images();
    this.kept = kept;
    this.line = new ComparisonLine(tools);
    this.keeper = keeper;
    this.earlier = earlier;
    this.cases = cases;
    this.changes = changes;
    this.priors = priors;
    this.triage = new TriagePolicy(settings.urgentPercent());
  }

  @Override
  public String kind() {
    return CaseFlow.COMPARE_STUDY;
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
    if (cases.entry(key).isEmpty()) {
      return;
    }
    var prior = priors.prior(key);
    if (prior.isPresent()) {
      compare(prior.get(), key, job, progress);
    } else {
      earlier.retireAll(key, Kind.COMPARISON);
      changes.changed(cases.compared(key, Optional.empty(), Urgency.ROUTINE));
    }
  }

  private void compare(CaseKey prior, CaseKey key, Job job, JobProgress progress)
      throws IOException, JobFailedException {
    try (var folder = WorkFolder.make(settings.workFolder())) {
      var out = folder.path().resolve("readings-and-comparison");
      keep(key, job, compared(prior, key, out, listener(progress)));
    }
  }

  private ComparisonOutcome compared(CaseKey prior, CaseKey key, Path out, ReadingListener listener)
      throws IOException, JobFailedException {
    boolean isCorrected = kept.isCorrected(prior) || kept.isCorrected(key);
    if (isCorrected || kept.areAlike(prior, key)) {
      listener.progress("", ReadingStep.VOLUME, 0);
      var readings = kept.of(List.of(prior, key));
      if (readings.isPresent()) {
        return line.compareKept(
            readings.get(), out, reading(), ComparisonSettings.DEFAULT, listener);
      }
    }
    if (isCorrected) {
      throw new JobFailedException(
          "a corrected reading cannot be taken up; the log says why", false);
    }
    return afresh(prior, key, out, listener);
  }

  private ComparisonOutcome afresh(CaseKey prior, CaseKey key, Path out, ReadingListener listener)
      throws IOException, JobFailedException {
    var run =
        line.compareFiles(
            List.of(images.of(prior), images.of(key)),
            out,
            reading(),
            ComparisonSettings.DEFAULT,
            listener);
    for (var reading : run.readings()) {
      if (reading instanceof StudyFailed(var name, var fault)) {
        throw new JobFailedException("the reading of " + name + " failed: " + fault, true);
      }
    }
    return run.comparison();
  }

  private ReadingSettings reading() {
    return new ReadingSettings(settings.language(), false);
  }

  /** Ends the comparison soon after it is called off or takes too long. */
  private static ReadingListener listener(JobProgress progress) {
    return (study, step, fraction) -> {
      if (Thread.currentThread().isInterrupted()) {
        throw new CancellationException("interrupted while at " + step.key());
      }
      progress.at(step.key(), fraction);
    };
  }

  private void keep(CaseKey key, Job job, ComparisonOutcome outcome)
      throws IOException, JobFailedException {
    switch (outcome) {
      case DatesCompared compared -> {
        var verdict =
            SummaryReader.verdict(compared.folder().resolve("comparison.json"))
                .orElse(CourseVerdict.NOT_ESTIMATED.name());
        keep(key, job, compared.folder(), verdict, triage.of(verdict));
      }
      case DatesRefused refused ->
          keep(key, job, refused.folder(), WorklistEntry.COMPARISON_REFUSED, Urgency.ROUTINE);
    }
  }

  private void keep(CaseKey key, Job job, Path folder, String verdict, Urgency found)
      throws IOException, JobFailedException {
    var kept = keeper.keepWithout(ComparisonLine.READINGS, key, job.id(), folder);
    earlier.retire(key, Kind.COMPARISON, kept.series());
    var told = cases.compared(key, Optional.of(verdict), found);
    changes.changed(told);
    if (told.isEmpty()) {
      earlier.takeBack(key, kept.series());
    }
  }
}
