package org.hilum.imaging.worklist;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.hilum.imaging.intake.NamedFile;
import org.hilum.imaging.worklist.sql.CaseTable;
import org.hilum.imaging.worklist.sql.ResultTable;
import org.hilum.imaging.worklist.work.CorrectionKeeper;
import org.hilum.imaging.worklist.work.EarlierObjects;
import org.hilum.imaging.worklist.work.PriorSearch;
import org.hilum.imaging.worklist.work.ResultKeeper;
import org.hilum.imaging.worklist.work.StudyFiles;

/**
 * Keeps readings whose outlines a person corrected, in place of those of the networks.
 *
 * <p>The network's reading stays among the results of the case; its objects leave the archive, so
 * that nobody is shown two answers, and go back when the correction is taken out of force. What is
 * compared with the case is compared again.
 */
public final class CorrectedReadings {

  private final StudyFiles images;
  private final CorrectionKeeper keeper;

  public CorrectedReadings(CaseWork.Ground ground, WorklistSettings settings) {
    var kept = new ResultTable(ground.tables(), ground.results());
    var cases = new CaseTable(ground.tables());
    this.images = new StudyFiles(ground.archive());
    this.keeper =
        new CorrectionKeeper(
            new ResultKeeper(ground.receiver(), ground.results(), kept, ground.clock()),
            new EarlierObjects(ground.archive(), kept),
            kept,
            cases,
            ground.changes(),
            new TriagePolicy(settings.urgentPercent()),
            new PriorSearch(ground.archive(), cases, ground.jobs()));
  }

  /** The CT images of a case, as its reading has them. */
  public List<NamedFile> images(CaseKey key) {
    return images.of(key);
  }

  /**
   * Keeps a corrected reading as the current one; the list shows its numbers.
   *
   * @param work number of the work that made it: what it kept before is replaced
   * @param folder what was written
   * @return its result; empty where the case is not one that was read, now
   */
  public Optional<StudyResult> keep(CaseKey key, long work, Path folder) throws IOException {
    return keeper.keep(key, work, folder);
  }

  /**
   * An earlier reading is the current one again; the list shows its numbers.
   *
   * @param result which
   * @param folder what it wrote, written once more
   * @return its result; empty where the case is not one that was read, now
   */
  public Optional<StudyResult> bringBack(CaseKey key, long result, Path folder) throws IOException {
    return keeper.bringBack(key, result, folder);
  }
}
