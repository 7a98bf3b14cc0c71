package org.hilum.imaging.worklist;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.hilum.imaging.archive.Archive;
import org.hilum.imaging.archive.Archive.DeletedStudy;
import org.hilum.imaging.worklist.StudyResult.ResultFile;
import org.hilum.imaging.worklist.sql.SqlWorklist;
import org.hilum.platform.jobs.Jobs;
import org.hilum.platform.storage.ContentStore;
import org.hilum.platform.storage.ContentSweep;

/** The list to work from. */
public interface Worklist {

  /** Where the scripts that make its tables lie on the class path. */
  String TABLES = "org/hilum/imaging/worklist/sql";

  /**
   * Matching cases are counted to this, since nobody reads on to the last of a hundred thousand.
   */
  int MOST_COUNTED = 1000;

  /** The worklist of a database. */
  static Worklist in(
      DataSource tables,
      ContentStore results,
      Archive archive,
      CaseFlow flow,
      Jobs jobs,
      CaseChanges changes) {
    return new SqlWorklist(tables, results, archive, flow, jobs, changes);
  }

  /** The cases wanted. */
  Page cases(WorklistQuery query);

  /** A case; empty when there is none, or that institution may not see it. */
  Optional<WorklistEntry> entry(CaseKey key, Optional<String> seenBy);

  /** A case with those who see it. */
  Optional<Seen> seen(CaseKey key);

  /**
   * Gives a case to somebody, or to nobody.
   *
   * @param from whom it is taken from, if it is with somebody
   * @return the case; empty when there is none, or it is with somebody else
   */
  Optional<WorklistEntry> assign(CaseKey key, Optional<String> account, Optional<String> from);

  /** Says how urgent a case is; what waits for it moves in the queue. */
  void ask(CaseKey key, Urgency urgency);

  /** Has a case read again with today's networks. */
  void readAgain(CaseKey key);

  /** Calls the reading of a case off. */
  void cancel(CaseKey key, String words);

  /**
   * Deletes a study from the archive, with a record, and its case and results with it; done again
   * after a stop half-way it does the rest.
   */
  Optional<DeletedStudy> delete(CaseKey key, String by, String why);

  /** Takes a case and its results off the list, since its study was deleted. */
  void forget(CaseKey key);

  /** Who is told that a case changed; briefly, and any thread. */
  void observe(Observer observer);

  /** Results of a case, newest first; those that were replaced too. */
  List<StudyResult> results(CaseKey key);

  /** A file of a result of a case, looked up by what was kept and never by a place on disk. */
  Optional<ResultFile> resultFile(CaseKey key, long result, String path);

  /**
   * Removes some files of results that no result has and that did not come just now; a small step:
   * call again soon until it has been round, then not for hours.
   */
  ContentSweep.Swept sweep() throws IOException;

  /**
   * A part of the list.
   *
   * @param total how many cases match, up to {@link #MOST_COUNTED}
   * @param isMore whether more match than were counted
   */
  record Page(List<WorklistEntry> entries, int total, boolean isMore) {
    public Page {
      entries = List.copyOf(entries);
    }
  }

  /**
   * A case with those who see it.
   *
   * @param seers codes of institutions
   */
  record Seen(WorklistEntry entry, Set<String> seers) {
    public Seen {
      seers = Set.copyOf(seers);
    }
  }

  /** Is told of changes. */
  @FunctionalInterface
  interface Observer {
    /** A case is now like this. */
    void changed(WorklistEntry entry);

    /** A case is gone; these saw it. */
    default void gone(CaseKey key, Set<String> seers) {}
  }
}
