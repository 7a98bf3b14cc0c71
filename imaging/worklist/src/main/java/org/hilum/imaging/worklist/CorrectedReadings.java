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
import org.hilum.imaging.worklist.work.ResultKeeper;
import org.hilum.imaging.worklist.work.StudyFiles;

/**
 * Keeps readings whose outlines a person corrected, in place of those of the networks.
 *
 * <p>The network's reading stays among the results of the case; its objects leave the archive, so
 * that nobody is shown two answers.
 */
public final class CorrectedReadings {

  private final StudyFiles images;
  private final CorrectionKeeper keeper;

  public CorrectedReadings(CaseWork.Ground ground, WorklistSettings settings) {
    var kept = new ResultTable(ground.tables(), ground.results());
    this.images = new StudyFiles(ground.archive());
    this.keeper =
        new CorrectionKeeper(
            new ResultKeeper(ground.receiver(), ground.results(), kept, ground.clock()),
            new EarlierObjects(ground.archive(), kept),
            kept,
            new CaseTable(ground.tables()),
            ground.changes(),
            new TriagePolicy(settings.urgentPercent()));
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
}
