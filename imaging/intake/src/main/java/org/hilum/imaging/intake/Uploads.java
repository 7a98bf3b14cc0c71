package org.hilum.imaging.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.hilum.imaging.intake.sql.UploadTable;
import org.hilum.imaging.intake.upload.Declared;
import org.hilum.imaging.intake.upload.Deliveries;
import org.hilum.imaging.intake.upload.Delivery;
import org.hilum.imaging.intake.upload.Disk;
import org.hilum.imaging.intake.upload.Endings;
import org.hilum.imaging.intake.upload.FileState;
import org.hilum.imaging.intake.upload.PartialFiles;
import org.hilum.imaging.intake.upload.Upload;
import org.hilum.imaging.intake.upload.UploadFile;
import org.hilum.imaging.intake.upload.UploadLedger;
import org.hilum.imaging.intake.upload.UploadReason;
import org.hilum.imaging.intake.upload.UploadRefusal;
import org.hilum.imaging.intake.upload.UploadState;
import org.hilum.imaging.intake.upload.UploadView;
import org.hilum.imaging.intake.upload.Uploader;
import org.hilum.platform.access.AuditEntry.Action;
import org.hilum.platform.access.AuditTrail;

/**
 * Takes folders and archives from a browser, over a line that may be lost at any time.
 *
 * <p>What came of a file lies on disk until it is written down what became of it, so that a stop
 * loses nothing and a sender goes on where it was. An upload is seen by its institution alone. One
 * process at a time uses the folder.
 */
public final class Uploads implements AutoCloseable {

  private static final int MOST_LISTED = 200;
  private static final long LOOK_EVERY_SECONDS = 60;

  private final UploadLedger ledger;
  private final PartialFiles partials;
  private final Endings endings;
  private final Deliveries deliveries;
  private final Disk disk;
  private final UploadSettings settings;
  private final InstantSource clock;
  private final AuditTrail trail;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> Thread.ofPlatform().name("uploads").daemon().unstarted(task));

  /**
   * Uploads whose parts lie in a folder.
   *
   * @param folder of its own: what it does not know there is removed at the start
   */
  public Uploads(
      DataSource tables,
      Path folder,
      InstanceReceiver receiver,
      UploadSettings settings,
      InstantSource clock,
      AuditTrail trail)
      throws IOException {
    this.ledger = new UploadTable(tables);
    this.partials = new PartialFiles(folder);
    this.settings = settings;
    this.clock = clock;
    this.trail = trail;
    this.disk = new Disk(folder, settings.keepFreeBytes());
    this.endings = new Endings(ledger, partials, receiver, settings, clock, trail);
    this.deliveries = new Deliveries(ledger, partials, endings.whole(), receiver, disk, clock);
  }

  /** Takes up what a stop interrupted, and looks after unfinished uploads from then on. */
  public void start() throws IOException {
    partials.keepOnly(ledger.open().stream().map(Upload::id).collect(Collectors.toSet()));
    timer.scheduleWithFixedDelay(this::lookAfter, 0, LOOK_EVERY_SECONDS, TimeUnit.SECONDS);
  }

  /** Begins an upload. */
  public synchronized UploadView declare(Uploader who, Declared declared)
      throws IOException, UploadRefusal {
    declared.check(settings);
    var person = who.person();
    long open = ledger.open().stream().filter(each -> isOf(each, who)).count();
    if (open >= settings.mostOpen()) {
      throw UploadRefusal.of(
          IntakeReason.TOO_MANY_UPLOADS,
          open + " uploads are unfinished: finish or delete one of them first");
    }
    disk.requireRoom(declared.bytes());
    var now = clock.instant();
    var upload =
        new Upload(
            UUID.randomUUID().toString(),
            person.institution(),
            person.account(),
            declared.name(),
            UploadState.OPEN,
            now,
            now,
            Optional.empty(),
            List.of());
    ledger.declare(upload, declared.numbered());
    trail.record(
        who.entry(
            Action.RECEIVE,
            List.of(upload.id()),
            true,
            "upload begun, files: " + declared.files().size()));
    return view(upload);
  }

  private static boolean isOf(Upload upload, Uploader who) {
    return upload.institution().equals(who.person().institution())
        && upload.account().equals(who.person().account());
  }

  /** The uploads of one's institution, newest first, without their files. */
  public List<UploadView> recent(Uploader who) {
    var uploads = ledger.recent(who.person().institution(), MOST_LISTED);
    var counts = ledger.counts(uploads.stream().map(Upload::id).toList());
    return uploads.stream()
        .map(
            upload ->
                new UploadView(
                    upload, counts.getOrDefault(upload.id(), Map.of()), List.of(), List.of()))
        .toList();
  }

  /** One upload with its files. */
  public UploadView upload(Uploader who, String id) throws IOException, UploadRefusal {
    return view(own(who, id));
  }

  private UploadView view(Upload upload) throws IOException {
    var files = partials.measured(upload, ledger.files(upload.id()));
    var counts =
        files.stream()
            .collect(Collectors.groupingBy(UploadFile::state, Collectors.summingInt(file -> 1)));
    return new UploadView(upload, counts, files, ledger.studies(upload.id()));
  }

  private Upload own(Uploader who, String id) throws UploadRefusal {
    var upload = ledger.upload(id);
    if (upload.isPresent() && !upload.get().institution().equals(who.person().institution())) {
      trail.record(who.entry(Action.VIEW, List.of(id), false, "upload of another institution"));
    }
    return upload
        .filter(each -> each.institution().equals(who.person().institution()))
        .orElseThrow(() -> unknown("there is no such upload"));
  }

  private static UploadRefusal unknown(String words) {
    return UploadRefusal.of(IntakeReason.UPLOAD_UNKNOWN, words);
  }

  /** One file of an upload. */
  public UploadFile file(Uploader who, String id, int number) throws IOException, UploadRefusal {
    return file(own(who, id), number);
  }

  private UploadFile file(Upload upload, int number) throws IOException, UploadRefusal {
    var file = ledger.file(upload.id(), number);
    if (file.isEmpty()) {
      throw unknown("the upload has no such file");
    }
    return partials.measured(upload, List.of(file.get())).getFirst();
  }

  /** Takes some bytes of a file; one that has its answer is told it again. */
  public UploadFile receive(Uploader who, String id, int number, Delivery delivery)
      throws IOException, UploadRefusal {
    var upload = own(who, id);
    var file = file(upload, number);
    if (file.outcome().state() != FileState.WAITING) {
      return file;
    }
    requireOpen(upload);
    if (file.archive().isPresent()) {
      throw unknown("an entry of an archive is not sent by itself");
    }
    return deliveries.take(upload, file, delivery);
  }

  private static void requireOpen(Upload upload) throws UploadRefusal {
    if (upload.state() != UploadState.OPEN) {
      var why =
          upload.reasons().stream().map(UploadReason::message).findFirst().orElse("it has ended");
      throw UploadRefusal.of(
          IntakeReason.UPLOAD_ENDED, "the upload takes no more files (" + why + "): begin another");
    }
  }

  /**
   * Ends an upload: nothing more comes by it.
   *
   * @param without whether to end it though some files have not come whole
   */
  public UploadView finish(Uploader who, String id, boolean without)
      throws IOException, UploadRefusal {
    var upload = own(who, id);
    if (upload.state() == UploadState.OPEN) {
      endings.finish(upload, without);
      trail.record(
          who.entry(Action.RECEIVE, endings.studies(upload), true, "upload finished " + id));
    } else if (upload.state() != UploadState.FINISHING && upload.state() != UploadState.FINISHED) {
      requireOpen(upload);
    }
    return view(own(who, id));
  }

  /** Ends an upload before it is whole; what was taken stays. */
  public void cancel(Uploader who, String id) throws UploadRefusal {
    var upload = own(who, id);
    if (!upload.state().isEnded()) {
      endings.cancel(upload);
      trail.record(who.entry(Action.CHANGE, endings.studies(upload), true, "upload deleted " + id));
    }
  }

  /** Goes on with what was interrupted, and gives up what was forgotten. */
  void lookAfter() {
    endings.lookAfterAll();
  }

  /** Lets what is being judged come to its end; the rest waits for the next start. */
  @Override
  public void close() {
    timer.close();
    endings.close();
  }
}
