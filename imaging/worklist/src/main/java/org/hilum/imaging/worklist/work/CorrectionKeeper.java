package org.hilum.imaging.worklist.work;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
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
import org.hilum.imaging.worklist.work.ResultKeeper.Kept;
import org.hilum.platform.jobs.JobFailedException;

/**
 * Puts a corrected reading in place of the one that counted, and the earlier one back; what is
 * compared with it is compared again.
 */
public final class CorrectionKeeper {

  private final ResultKeeper keeper;
  private final EarlierObjects earlier;
  private final ResultTable results;
  private final CaseTable cases;
  private final CaseChanges changes;
  private final TriagePolicy triage;
  private final PriorSearch priors;

  public CorrectionKeeper(
      ResultKeeper keeper,
      EarlierObjects earlier,
      ResultTable results,
      CaseTable cases,
      CaseChanges changes,
      TriagePolicy triage,
      PriorSearch priors) {
    this.keeper = keeper;
    this.earlier = earlier;
    this.results = results;
    this.cases = cases;
    this.changes = changes;
    this.triage = triage;
    this.priors = priors;
  }

  /** Keeps it, where the case is one that was read and is not being read once more. */
  public Optional<StudyResult> keep(CaseKey key, long work, Path folder) throws IOException {
    var why = CaseReason.of(WorklistReason.CORRECTED, "a person corrected the outlines of opacity");
    // Numbers of jobs are positive: a correction never stands for one.
    return current(key, folder, List.of(why), () -> keeper.keep(key, Kind.READING, -work, folder));
  }

  /**
   * An earlier reading counts again, where the case is one that was read and is not being read once
   * more.
   *
   * @param folder what it wrote, written once more
   */
  public Optional<StudyResult> bringBack(CaseKey key, long id, Path folder) throws IOException {
    var reading = reading(key, result -> result.id() == id);
    return reading.isPresent()
        ? current(key, folder, List.of(), () -> keeper.bringBack(reading.get(), folder))
        : reading;
  }

  /** How a reading becomes the one that counts. */
  private interface Keeping {
    Kept keep() throws IOException, JobFailedException;
  }

  private Optional<StudyResult> current(
      CaseKey key, Path folder, List<CaseReason> why, Keeping keeping) throws IOException {
    var read = cases.entry(key).filter(entry -> entry.state() == CaseState.READ);
    if (read.isEmpty()) {
      return Optional.empty();
    }
    try {
      var kept = keeping.keep();
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
                  reasons(read.get(), why)));
      changes.changed(told);
      if (told.isEmpty() && cases.entry(key).isEmpty()) {
        earlier.takeBack(key, kept.series());
        return Optional.empty();
      }
      priors.read(key);
      return reading(key, result -> result.version() == kept.version());
    } catch (JobFailedException failed) {
      throw new IOException(failed);
    }
  }

  private Optional<StudyResult> reading(CaseKey key, Predicate<StudyResult> wanted) {
    return results.results(key).stream()
        .filter(result -> result.kind() == Kind.READING)
        .filter(wanted)
        .findFirst();
  }

  private static List<CaseReason> reasons(WorklistEntry entry, List<CaseReason> why) {
    return Stream.concat(
            entry.reasons().stream()
                .filter(reason -> !reason.code().equals(WorklistReason.CORRECTED.code())),
            why.stream())
        .toList();
  }
}
