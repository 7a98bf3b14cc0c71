package org.hilum.imaging.worklist;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;
import org.hilum.imaging.archive.Archive;
import org.hilum.imaging.intake.InstanceReceiver;
import org.hilum.imaging.reading.ReadingTools;
import org.hilum.imaging.worklist.sql.CaseTable;
import org.hilum.imaging.worklist.sql.ResultTable;
import org.hilum.imaging.worklist.work.CompareStudyWorker;
import org.hilum.imaging.worklist.work.EarlierObjects;
import org.hilum.imaging.worklist.work.KeptReadings;
import org.hilum.imaging.worklist.work.Leftovers;
import org.hilum.imaging.worklist.work.PriorSearch;
import org.hilum.imaging.worklist.work.ReadStudyWorker;
import org.hilum.imaging.worklist.work.ResultKeeper;
import org.hilum.imaging.worklist.work.StudyFiles;
import org.hilum.platform.jobs.JobWorker;
import org.hilum.platform.jobs.Jobs;
import org.hilum.platform.storage.ContentStore;

/** Makes the workers that the queue calls for cases. */
public final class CaseWork {

  private CaseWork() {}

  /**
   * What the workers stand on.
   *
   * @param results keeps the files that readings write
   */
  public record Ground(
      DataSource tables,
      ContentStore results,
      Archive archive,
      InstanceReceiver receiver,
      Jobs jobs,
      ReadingTools tools,
      CaseChanges changes,
      InstantSource clock) {}

  /** One worker that reads, one that compares; what a killed process had under way is removed. */
  public static List<JobWorker> workers(Ground ground, WorklistSettings settings)
      throws IOException {
    Leftovers.remove(settings.workFolder());
    var cases = new CaseTable(ground.tables());
    var kept = new ResultTable(ground.tables(), ground.results());
    var keeper = new ResultKeeper(ground.receiver(), ground.results(), kept, ground.clock());
    var earlier = new EarlierObjects(ground.archive(), kept);
    var priors = new PriorSearch(ground.archive(), cases, ground.jobs());
    return List.of(
        new ReadStudyWorker(
            settings,
            ground.archive(),
            ground.tools(),
            keeper,
            earlier,
            cases,
            ground.changes(),
            priors,
            ground.clock()),
        new CompareStudyWorker(
            settings,
            new KeptReadings(kept, new StudyFiles(ground.archive())),
            ground.tools(),
            keeper,
            earlier,
            cases,
            ground.changes(),
            priors));
  }
}
