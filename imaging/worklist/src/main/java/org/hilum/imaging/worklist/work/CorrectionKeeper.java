package org.hilum.imaging.worklist.work;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hilum.imaging.worklist.CaseChanges;
import org.hilum.imaging.worklist.CaseKey;
import org.hilum.imaging.worklist.CaseReason;
import org.hilum.imaging.worklist.CaseState;
import org.hilum.imaging.worklist.StudyResult;
import org.hilum.imaging.worklist.StudyResult.Kind;
import org.hilum.imaging.worklist.TriagePolicy;
import org.hilum.imaging.worklist.WorklistEntry;
import org.hilum.imaging.worklist.WorklistReason;
import org.hilum.imaging.worklist.sql.CaseTable;
import org.hilum.imaging.worklist.sql.CaseTable.Finding;
import org.hilum.imaging.worklist.sql.ResultTable;
import org.hilum.platform.jobs.JobFailedException;

/** Puts a corrected reading in place of the one that counted. */
public final class CorrectionKeeper {

  private final ResultKeeper keeper;
  private final EarlierObjects earlier;
  private final ResultTable results;
  private final CaseTable cases;
  private final CaseChanges changes;
  private final TriagePolicy triage;

  public CorrectionKeeper(
      ResultKeeper keeper,
      EarlierObjects earlier,
      ResultTable results,
      CaseTable cases,
      CaseChanges changes,
      TriagePolicy triage) {
    this.keeper = keeper;
    this.earlier = earlier;
    this.results = results;
    this.cases = cases;
    this.changes = changes;
    this.triage = triage;
  }

  /** Keeps it, where the case is one that was read and is not being read once more. */
  public Optional<StudyResult> keep(CaseKey key, long work, Path folder) throws IOException {
    var read = cases.entry(key).filter(entry -> entry.state() == CaseState.READ);
    if (read.isEmpty()) {
      return Optional.empty();
    }
    try {
      // Numbers of jobs are positive: a correction never stands for one.
      var kept = keeper.keep(key, Kind.READING, -work, folder);
      earlier.retire(key, Kind.READING, kept.series());
      var summary = SummaryReader.reading(folder.resolve("reading.json"));
      var told =
          cases.corrected(
              key,
              new Finding(
                  CaseState.READ,
                  Optional.of(summary),
                  triage.of(summary),
                  kept.version(),
                  reasons(read.get())));
      changes.changed(told);
      if (told.isEmpty() && cases.entry(key).isEmpty()) {
        earlier.takeBack(key, kept.series());
        return Optional.empty();
      }
      return results.results(key).stream()
          .filter(result -> result.kind() == Kind.READING && result.version() == kept.version())
          .findFirst();
    } catch (JobFailedException failed) {
      throw new IOException(failed);
    }
  }

  private static List<CaseReason> reasons(WorklistEntry entry) {
    return Stream.concat(
            entry.reasons().stream()
                .filter(reason -> !reason.code().equals(WorklistReason.CORRECTED.code())),
            Stream.of(
                CaseReason.of(
                    WorklistReason.CORRECTED, "a person corrected the outlines of opacity")))
        .toList();
  }
}
