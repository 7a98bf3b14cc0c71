package org.hilum.imaging.worklist.sql;

import java.util.List;
import java.util.Optional;
import org.hilum.imaging.worklist.CaseChanges;
import org.hilum.imaging.worklist.CaseFlow;
import org.hilum.imaging.worklist.CaseKey;
import org.hilum.imaging.worklist.StudyResult;
import org.hilum.imaging.worklist.Urgency;
import org.hilum.imaging.worklist.Worklist;
import org.hilum.imaging.worklist.WorklistEntry;
import org.hilum.imaging.worklist.WorklistQuery;
import org.hilum.platform.jobs.Jobs;

/** The worklist in PostgreSQL. */
public final class SqlWorklist implements Worklist {

  private final CaseTable cases;
  private final CaseQuery query;
  private final ResultTable results;
  private final CaseFlow flow;
  private final Jobs jobs;
  private final CaseChanges changes;

  public SqlWorklist(
      CaseTable cases,
      CaseQuery query,
      ResultTable results,
      CaseFlow flow,
      Jobs jobs,
      CaseChanges changes) {
    this.cases = cases;
    this.query = query;
    this.results = results;
    this.flow = flow;
    this.jobs = jobs;
    this.changes = changes;
  }

  @Override
  public Page cases(WorklistQuery wanted) {
    return query.cases(wanted);
  }

  @Override
  public Optional<WorklistEntry> entry(CaseKey key, Optional<String> seenBy) {
    return seenBy.isEmpty() || cases.isSeenBy(key, seenBy.get())
        ? cases.entry(key)
        : Optional.empty();
  }

  @Override
  public void assign(CaseKey key, Optional<String> account) {
    changes.changed(cases.assign(key, account));
  }

  @Override
  public void ask(CaseKey key, Urgency urgency) {
    var entry = cases.ask(key, urgency);
    entry.ifPresent(
        now -> {
          if (now.jobId().isPresent()) {
            jobs.changeUrgency(now.jobId().getAsLong(), now.urgency().level().ofReading());
          }
        });
    changes.changed(entry);
  }

  @Override
  public void readAgain(CaseKey key) {
    flow.readAgain(key);
  }

  @Override
  public void cancel(CaseKey key, String words) {
    cases
        .entry(key)
        .ifPresent(
            entry -> {
              if (entry.jobId().isPresent()) {
                jobs.cancel(entry.jobId().getAsLong(), words);
              }
            });
  }

  @Override
  public void observe(Observer observer) {
    changes.observe(observer);
  }

  @Override
  public List<StudyResult> results(CaseKey key) {
    return results.results(key);
  }
}
