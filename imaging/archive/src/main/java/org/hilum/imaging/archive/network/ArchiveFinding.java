package org.hilum.imaging.archive.network;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.hilum.imaging.archive.Archive;
import org.hilum.imaging.archive.ArchiveQuery;
import org.hilum.imaging.archive.CallerInstitution;
import org.hilum.imaging.archive.Visibility;
import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.dicom.QueryAnswers;
import org.hilum.imaging.dicom.QueryRefusedException;
import org.hilum.imaging.dicom.QueryRequest;
import org.hilum.imaging.dicom.QueryService;
import org.hilum.platform.access.AuditEntry.Action;
import org.hilum.platform.access.AuditTrail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds in the archive what another application entity asks for (C-FIND). */
public final class ArchiveFinding implements QueryService {

  /** What more matches is not sent: whoever asks so widely is to ask more narrowly. */
  static final int MOST_ANSWERS = 10_000;

  /** Searches at once, so that those who ask do not keep out those who send and read. */
  private static final int MOST_AT_ONCE = 4;

  private static final int LONGEST_WAIT_SECONDS = 20;
  private static final Logger LOG = LoggerFactory.getLogger(ArchiveFinding.class);

  private final Archive archive;
  private final Caller caller;
  private final Semaphore places = new Semaphore(MOST_AT_ONCE);

  public ArchiveFinding(Archive archive, CallerInstitution callers, AuditTrail trail) {
    this.archive = archive;
    this.caller = new Caller(callers, trail);
  }

  @Override
  public void find(QueryRequest request, QueryAnswers answers) throws IOException {
    var institution = caller.institution(request, Action.QUERY);
    var asked = new AskedKeys(request, AskedLevel.of(request));
    var found = search(asked, Visibility.of(institution));
    caller.record(request, Action.QUERY, institution, List.of(), found.size() + " found");
    if (asked.hasUnknown()) {
      answers.keysPassedOver();
    }
    for (var each : found.subList(0, Math.min(found.size(), MOST_ANSWERS))) {
      if (!answers.answer(asked.answer(each))) {
        return;
      }
    }
    if (found.size() > MOST_ANSWERS) {
      throw Refusals.outOfResources("more than " + MOST_ANSWERS + " match: ask more narrowly");
    }
  }

  private List<DataSet> search(AskedKeys asked, Visibility visibility)
      throws QueryRefusedException {
    var query =
        new ArchiveQuery(asked.level(), asked.conditions(), false, 0, MOST_ANSWERS + 1, visibility);
    enter();
    try {
      return archive.search(query);
    } catch (org.hilum.imaging.archive.QueryRefusedException refused) {
      var where = refused.reasons().isEmpty() ? "" : refused.reasons().getFirst().where();
      throw Refusals.notOfItsModel(where + " cannot have the value asked for");
    } catch (RuntimeException failed) {
      LOG.warn("a query of {} failed", asked.request().callingTitle(), failed);
      throw failed;
    } finally {
      places.release();
    }
  }

  private void enter() throws QueryRefusedException {
    try {
      if (places.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    throw Refusals.outOfResources("too many queries at once: ask again later");
  }
}
