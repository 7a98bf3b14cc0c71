package org.hilum.imaging.worklist;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.hilum.imaging.intake.InstanceReceiver;
import org.hilum.imaging.worklist.sql.CaseWishes;
import org.hilum.imaging.worklist.sql.ResultTable;
import org.hilum.imaging.worklist.work.ReportKeeper;
import org.hilum.platform.storage.ContentStore;

/** Where whoever keeps reports tells the list of them, and hands in what was signed. */
public interface ReportDesk {

  /**
   * The desk of a worklist.
   *
   * @param results keeps the files of results
   */
  static ReportDesk in(
      DataSource tables,
      ContentStore results,
      InstanceReceiver receiver,
      CaseChanges changes,
      InstantSource clock) {
    return new ReportKeeper(
        receiver,
        results,
        new ResultTable(tables, results),
        new CaseWishes(tables),
        changes,
        clock);
  }

  /** The report of a case is now like this. */
  void tell(CaseKey key, ReportMark mark);

  /**
   * Keeps a folder as the newest report of a case: its objects in the archive, its files beside.
   * Done twice for one signature, it is as done once.
   *
   * @return id of the result
   */
  long keep(CaseKey key, long signature, Path folder) throws IOException;
}
