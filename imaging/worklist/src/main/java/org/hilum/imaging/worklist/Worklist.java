package org.hilum.imaging.worklist;

import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.hilum.imaging.worklist.sql.CaseQuery;
import org.hilum.imaging.worklist.sql.CaseTable;
import org.hilum.imaging.worklist.sql.ResultTable;
import org.hilum.imaging.worklist.sql.SqlWorklist;
import org.hilum.platform.jobs.Jobs;
import org.hilum.platform.storage.ContentStore;

/** The list to work from. */
public interface Worklist {

  /** Where the scripts that make its tables lie on the class path. */
  String TABLES = "org/hilum/imaging/worklist/sql";

  /** The worklist of a database. */
  static Worklist in(
      DataSource tables, ContentStore results, CaseFlow flow, Jobs jobs, CaseChanges changes) {
    return new SqlWorklist(
        new CaseTable(tables),
        new CaseQuery(tables),
        new ResultTable(tables, results),
        flow,
        jobs,
        changes);
  }

  /** The cases wanted. */
  Page cases(WorklistQuery query);

  /** A case; empty when there is none, or that institution may not see it. */
  Optional<WorklistEntry> entry(CaseKey key, Optional<String> seenBy);

  /** Gives a case to somebody, or to nobody. */
  void assign(CaseKey key, Optional<String> account);

  /** Says how urgent a case is; what waits for it moves in the queue. */
  void ask(CaseKey key, Urgency urgency);

  /** Has a case read again with today's networks. */
  void readAgain(CaseKey key);

  /** Calls the reading of a case off. */
  void cancel(CaseKey key, String words);

  /** Who is told that a case changed; briefly, and any thread. */
  void observe(Observer observer);

  /** Results of a case, newest first; those that were replaced too. */
  List<StudyResult> results(CaseKey key);

  /**
   * A part of the list.
   *
   * @param total how many cases match in all
   */
  record Page(List<WorklistEntry> entries, int total) {
    public Page {
      entries = List.copyOf(entries);
    }
  }

  /** Is told of changes. */
  @FunctionalInterface
  interface Observer {
    /** A case is now like this. */
    void changed(WorklistEntry entry);
  }
}
