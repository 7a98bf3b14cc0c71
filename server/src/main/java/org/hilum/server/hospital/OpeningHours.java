package org.hilum.server.hospital;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.hilum.imaging.archive.Archive;
import org.hilum.imaging.intake.InstanceReceiver;
import org.hilum.imaging.intake.SeriesCompletion;
import org.hilum.imaging.intake.Uploads;
import org.hilum.imaging.intake.WatchedFolder;
import org.hilum.imaging.worklist.CaseFlow;
import org.hilum.imaging.worklist.Worklist;
import org.hilum.imaging.worklist.WorklistQuery;
import org.hilum.platform.access.Accounts;
import org.hilum.platform.access.Institutions;
import org.hilum.platform.jobs.JobQueue;
import org.hilum.platform.jobs.JobWorker;
import org.hilum.server.settings.HilumSettings;
import org.springframework.context.SmartLifecycle;

/**
 * Opens and closes the house in order: work first, then completion, then the doors; the doors close
 * first.
 */
public class OpeningHours implements SmartLifecycle {

  private final HilumSettings settings;
  private final JobQueue jobs;
  private final List<JobWorker> workers;
  private final SeriesCompletion completion;
  private final Archive archive;
  private final InstanceReceiver receiver;
  private final Worklist worklist;
  private final CaseFlow flow;
  private final Housekeeping housekeeping;
  private final DicomDoors doors;
  private final List<WatchedFolder> folders;
  private final Uploads uploads;
  private final FirstStart firstStart;
  private Optional<Accounts.OneTime> firstAdministrator = Optional.empty();
  private boolean isOpen;

  OpeningHours(
      HilumSettings settings,
      JobQueue jobs,
      List<JobWorker> workers,
      SeriesCompletion completion,
      Archive archive,
      InstanceReceiver receiver,
      Worklist worklist,
      CaseFlow flow,
      Housekeeping housekeeping,
      DicomDoors doors,
      Uploads uploads,
      List<WatchedFolder> folders,
      Institutions institutions,
      Accounts accounts) {
    this.settings = settings;
    this.jobs = jobs;
    this.workers = workers;
    this.completion = completion;
    this.archive = archive;
    this.receiver = receiver;
    this.worklist = worklist;
    this.flow = flow;
    this.housekeeping = housekeeping;
    this.folders = folders;
    this.doors = doors;
    this.uploads = uploads;
    this.firstStart = new FirstStart(institutions, accounts);
  }

  /** The first administrator, where this start made one: told on the terminal, and nowhere else. */
  public Optional<Accounts.OneTime> firstAdministrator() {
    return firstAdministrator;
  }

  @Override
  public void start() {
    firstAdministrator = firstStart.make();
    jobs.start(workers);
    flow.takeUp();
    completion.start(archive);
    housekeeping.start();
    try {
      uploads.start();
      folders.forEach(WatchedFolder::start);
      doors.open();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed.getMessage(), failed);
    }
    isOpen = true;
    if (settings.phantom() && isNew()) {
      Thread.ofPlatform()
          .name("first-patient")
          .daemon()
          .start(
              () ->
                  new FirstPatient(receiver, settings.folder().folder().resolve("work"))
                      .send(Institutions.HOUSE));
    }
  }

  private boolean isNew() {
    return worklist.cases(WorklistQuery.seenBy(Institutions.HOUSE, 1)).total() == 0;
  }

  @Override
  public void stop() {
    doors.close();
    folders.forEach(WatchedFolder::close);
    uploads.close();
    housekeeping.close();
    completion.close();
    jobs.close();
    isOpen = false;
  }

  @Override
  public boolean isRunning() {
    return isOpen;
  }
}
