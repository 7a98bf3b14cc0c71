package org.hilum.imaging.worklist.work;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.hilum.imaging.archive.Archive;
import org.hilum.imaging.comparison.ComparisonSettings;
import org.hilum.imaging.reading.ComparisonLine;
import org.hilum.imaging.reading.ComparisonOutcome.DatesCompared;
import org.hilum.imaging.reading.ComparisonOutcome.DatesRefused;
import org.hilum.imaging.reading.ComparisonRun;
import org.hilum.imaging.reading.ReadingSettings;
import org.hilum.imaging.reading.ReadingTools;
import org.hilum.imaging.worklist.CaseChanges;
import org.hilum.imaging.worklist.CaseKey;
import org.hilum.imaging.worklist.StudyResult.Kind;
import org.hilum.imaging.worklist.TriagePolicy;
import org.hilum.imaging.worklist.Urgency;
import org.hilum.imaging.worklist.WorklistSettings;
import org.hilum.imaging.worklist.sql.CaseTable;
import org.hilum.platform.jobs.Job;
import org.hilum.platform.jobs.JobFailedException;
import org.hilum.platform.jobs.JobProgress;
import org.hilum.platform.jobs.JobWorker;

/** Compares a study of the archive with the patient's prior, and keeps what comes of it. */
public final class CompareStudyWorker implements JobWorker {

  /** What the list says where two dates could not be compared. */
  public static final String NOT_COMPARED = "REFUSED";

  private static final String NOT_ESTIMATED = "NOT_ESTIMATED";

  private final WorklistSettings settings;
  private final StudyFiles images;
  private final ComparisonLine line;
  private final ResultKeeper keeper;
  private final EarlierObjects earlier;
  private final CaseTable cases;
  private final CaseChanges changes;
  private final PriorSearch priors;

  public CompareStudyWorker(
      WorklistSettings settings,
      Archive archive,
      ReadingTools tools,
      ResultKeeper keeper,
      EarlierObjects earlier,
      CaseTable cases,
      CaseChanges changes,
      PriorSearch priors) {
    this.settings = settings;
    this.images = new StudyFiles(archive);
    this.line = new ComparisonLine(tools);
    this.keeper = keeper;
    this.earlier = earlier;
    this.cases = cases;
    this.changes = changes;
    this.priors = priors;
  }

  @Override
  public String kind() {
    return PriorSearch.COMPARE_STUDY;
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
    var prior = priors.prior(key);
    if (prior.isEmpty()) {
      return;
    }
    try (var folder = WorkFolder.make(settings.workFolder())) {
      var run =
          line.compareFiles(
              List.of(images.of(prior.get()), images.of(key)),
              folder.path().resolve("readings-and-comparison"),
              new ReadingSettings(settings.language(), false),
              ComparisonSettings.DEFAULT,
              (study, step, fraction) -> progress.at(step.key(), fraction));
      keep(key, run);
    }
  }

  private void keep(CaseKey key, ComparisonRun run) throws IOException, JobFailedException {
    switch (run.comparison()) {
      case DatesCompared compared -> {
        var verdict =
            SummaryReader.verdict(compared.folder().resolve("comparison.json"))
                .orElse(NOT_ESTIMATED);
        var kept = keeper.keepWithout(ComparisonLine.READINGS, key, compared.folder());
        earlier.retire(key, Kind.COMPARISON, kept.series());
        var found = new TriagePolicy(settings.urgentPercent()).of(verdict);
        changes.changed(cases.compared(key, verdict, found));
      }
      case DatesRefused refused -> {
        keeper.keepWithout(ComparisonLine.READINGS, key, refused.folder());
        changes.changed(cases.compared(key, NOT_COMPARED, Urgency.ROUTINE));
      }
    }
  }
}
