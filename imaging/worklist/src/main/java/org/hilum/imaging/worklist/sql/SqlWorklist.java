package org.hilum.imaging.worklist.sql;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.hilum.imaging.archive.Archive;
import org.hilum.imaging.archive.Archive.DeletedStudy;
import org.hilum.imaging.worklist.CaseChanges;
import org.hilum.imaging.worklist.CaseFlow;
import org.hilum.imaging.worklist.CaseKey;
import org.hilum.imaging.worklist.StudyResult;
import org.hilum.imaging.worklist.StudyResult.ResultFile;
import org.hilum.imaging.worklist.Urgency;
import org.hilum.imaging.worklist.Worklist;
import org.hilum.imaging.worklist.WorklistEntry;
import org.hilum.imaging.worklist.WorklistQuery;
import org.hilum.platform.jobs.JobFilter;
import org.hilum.platform.jobs.JobState;
import org.hilum.platform.jobs.Jobs;
import org.hilum.platform.storage.ContentStore;
import org.hilum.platform.storage.ContentSweep;

/** The worklist in PostgreSQL. */
public final class SqlWorklist implements Worklist {

  private static final int MOST_JOBS_OF_AN_INSTITUTION = 10_000;

  private final CaseTable cases;
  private final CaseWishes wishes;
  private final CaseQuery query;
  private final ResultTable results;
  private final ContentSweep sweep;
  private final Archive archive;
  private final CaseFlow flow;
  private final Jobs jobs;
  private final CaseChanges changes;

  public SqlWorklist(
      DataSource tables,
      ContentStore resultFiles,
      Archive archive,
      CaseFlow flow,
      Jobs jobs,
      CaseChanges changes) {
    this.cases = new CaseTable(tables);
    this.wishes = new CaseWishes(tables);
    this.query = new CaseQuery(tables);
    this.results = new ResultTable(tables, resultFiles);
    this.sweep = new ContentSweep(resultFiles, results::unreferred, InstantSource.system());
    this.archive = archive;
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
    return cases
        .seen(key)
        .filter(seen -> seenBy.isEmpty() || seen.seers().contains(seenBy.get()))
        .map(Seen::entry);
  }

  @Override
  public Optional<Seen> seen(CaseKey key) {
    return cases.seen(key);
  }

  @Override
  public Optional<WorklistEntry> assign(
      CaseKey key, Optional<String> account, Optional<String> from) {
    var entry = wishes.assign(key, account, from);
    changes.changed(entry);
    return entry;
  }

  @Override
  public void ask(CaseKey key, Urgency urgency) {
    var entry = wishes.ask(key, urgency);
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
  public Optional<DeletedStudy> delete(CaseKey key, String by, String why) {
    var under =
        new JobFilter(
            Set.of(),
            Set.of(key.institution()),
            Set.of(JobState.WAITING, JobState.RUNNING),
            MOST_JOBS_OF_AN_INSTITUTION);
    jobs.jobs(under).stream()
        .filter(job -> job.request().subject().equals(key.subject()))
        .forEach(job -> jobs.cancel(job.id(), "the study was deleted"));
    var deleted = archive.delete(key.institution(), key.studyInstanceUid(), by, why);
    forget(key);
    return deleted;
  }

  @Override
  public void forget(CaseKey key) {
    var seers = cases.seen(key).map(Seen::seers).orElse(Set.of());
    cases.forget(key);
    results.forget(key);
    changes.gone(key, seers);
  }

  @Override
  public void observe(Observer observer) {
    changes.observe(observer);
  }

  @Override
  public List<StudyResult> results(CaseKey key) {
    return results.results(key);
  }

  @Override
  public Optional<ResultFile> resultFile(CaseKey key, long result, String path) {
    return results.file(key, result, path);
  }

  @Override
  public ContentSweep.Swept sweep() throws IOException {
    return sweep.step();
  }
}
