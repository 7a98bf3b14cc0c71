package org.hilum.imaging.worklist.work;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import org.hilum.imaging.intake.InstanceReceiver;
import org.hilum.imaging.worklist.CaseChanges;
import org.hilum.imaging.worklist.CaseKey;
import org.hilum.imaging.worklist.ReportDesk;
import org.hilum.imaging.worklist.ReportMark;
import org.hilum.imaging.worklist.StudyResult;
import org.hilum.imaging.worklist.StudyResult.Kind;
import org.hilum.imaging.worklist.sql.CaseWishes;
import org.hilum.imaging.worklist.sql.ResultTable;
import org.hilum.platform.jobs.JobFailedException;
import org.hilum.platform.storage.ContentStore;

/**
 * Keeps signed reports beside the other results of a case. Objects of an earlier report stay in the
 * archive, since what was signed stays and the later one refers to it.
 */
public final class ReportKeeper implements ReportDesk {

  private final ResultKeeper keeper;
  private final ResultTable results;
  private final CaseWishes cases;
  private final CaseChanges changes;

  public ReportKeeper(
      InstanceReceiver receiver,
      ContentStore files,
      ResultTable results,
      CaseWishes cases,
      CaseChanges changes,
      InstantSource clock) {
    this.keeper = new ResultKeeper(receiver, files, results, clock);
    this.results = results;
    this.cases = cases;
    this.changes = changes;
  }

  @Override
  public void tell(CaseKey key, ReportMark mark) {
    changes.changed(cases.reported(key, mark));
  }

  @Override
  public long keep(CaseKey key, long signature, Path folder) throws IOException {
    try {
      int version = keeper.keep(key, Kind.REPORT, signature, folder).version();
      return results.results(key).stream()
          .filter(each -> each.kind() == Kind.REPORT && each.version() == version)
          .mapToLong(StudyResult::id)
          .findFirst()
          .orElseThrow(() -> new IOException("the report was kept and is not there"));
    } catch (JobFailedException away) {
      throw new IOException(away.getMessage(), away);
    }
  }
}
