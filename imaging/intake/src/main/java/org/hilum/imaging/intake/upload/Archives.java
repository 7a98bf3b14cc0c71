package org.hilum.imaging.intake.upload;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.hilum.imaging.intake.InstanceReceiver;
import org.hilum.imaging.intake.IntakeReason;
import org.hilum.imaging.intake.UploadSettings;
import org.hilum.imaging.intake.arrival.ArrivalTaker;
import org.hilum.imaging.intake.arrival.Arrivals;
import org.hilum.imaging.intake.arrival.Fate;
import org.hilum.imaging.intake.arrival.ZipScan;
import org.hilum.imaging.vocabulary.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the entries of zip archives that have come whole, beside the requests that brought them.
 *
 * <p>Entries are streamed to the receiver and never lie on disk under their names. What a stop or a
 * full disk interrupted goes on with the first entry that is not settled.
 */
public final class Archives implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Archives.class);
  private static final int AT_ONCE = 2;

  /** One entry that cannot be kept holds up no others; with so many, it is not the entries. */
  private static final int MOST_FAULTS = 10;

  private final UploadLedger ledger;
  private final PartialFiles partials;
  private final ArrivalTaker taker;
  private final UploadSettings settings;
  private final Consumer<Upload> afterwards;
  private final Set<String> underWay = ConcurrentHashMap.newKeySet();
  private final ExecutorService workers =
      Executors.newFixedThreadPool(
          AT_ONCE, task -> Thread.ofPlatform().name("upload-archive").daemon().unstarted(task));

  /**
   * Unpacks with limits.
   *
   * @param afterwards told each time that an archive is done
   */
  public Archives(
      UploadLedger ledger,
      PartialFiles partials,
      InstanceReceiver receiver,
      UploadSettings settings,
      Consumer<Upload> afterwards) {
    this.ledger = ledger;
    this.partials = partials;
    this.taker = new ArrivalTaker(receiver);
    this.settings = settings;
    this.afterwards = afterwards;
  }

  /** Begins to unpack one, unless that is under way. */
  public void unpack(Upload upload, UploadFile archive) {
    var key = upload.id() + "/" + archive.number();
    if (!workers.isShutdown() && underWay.add(key)) {
      workers.execute(
          () -> {
            try {
              take(upload, archive);
            } catch (IOException | RuntimeException failed) {
              // It stays to be unpacked and is tried again: a disk may be full for a while.
              LOG.warn("archive {} could not be unpacked, trying again later", key, failed);
            } finally {
              underWay.remove(key);
            }
            afterwards.accept(upload);
          });
    }
  }

  private void take(Upload upload, UploadFile archive) throws IOException {
    var partial = partials.of(upload, archive);
    try (var arrivals = ZipScan.of(partial.path())) {
      var refusals = refusals(arrivals);
      if (refusals.isEmpty()) {
        entries(upload, archive, arrivals, partial);
      }
      if (goesOn(partial)) {
        ledger.settle(upload.id(), archive.number(), outcome(refusals));
        partials.remove(partial);
      }
    }
  }

  private List<Reason> refusals(Arrivals arrivals) {
    int count = arrivals.files().size() + arrivals.leftAlone().size();
    return count > settings.mostFiles()
        ? List.of(
            Reason.of(
                IntakeReason.ARCHIVE_TOO_LARGE,
                "the archive has %d entries, %d are taken at once: send it in parts"
                    .formatted(count, settings.mostFiles())))
        : arrivals.refusals();
  }

  private static FileOutcome outcome(List<Reason> refusals) {
    return refusals.isEmpty()
        ? FileOutcome.of(FileState.UNPACKED)
        : FileOutcome.of(new Fate.TurnedAway(refusals));
  }

  /** A stop leaves the rest for the next start. */
  private boolean goesOn(PartialFile partial) {
    return !partial.isClosed() && !workers.isShutdown();
  }

  private void entries(Upload upload, UploadFile archive, Arrivals arrivals, PartialFile partial)
      throws IOException {
    var rows = rows(upload, archive, arrivals);
    var faults = new ArrayList<Exception>();
    for (int n = 0; n < arrivals.files().size() && goesOn(partial); n++) {
      if (!rows.get(n).state().isSettled() && faults.size() < MOST_FAULTS) {
        try {
          var fate = taker.take(upload.sender(), arrivals.files().get(n));
          ledger.settle(upload.id(), rows.get(n).number(), FileOutcome.of(fate));
        } catch (IOException | RuntimeException failed) {
          faults.add(failed);
        }
      }
    }
    if (!faults.isEmpty()) {
      throw new IOException("entries could not be taken", faults.getFirst());
    }
  }

  /** In the order of the arrivals, which is the same each time; then what cannot be taken. */
  private List<UploadFile> rows(Upload upload, UploadFile archive, Arrivals arrivals)
      throws IOException {
    var written = written(upload, archive);
    if (!written.isEmpty()) {
      return written;
    }
    var entries = new ArrayList<UploadFile>();
    for (var arrival : arrivals.files()) {
      entries.add(
          Declared.entry(SafeName.decoded(arrival.name()), arrival.bytes(), "", entries.size()));
    }
    for (var reason : arrivals.leftAlone()) {
      var entry = Declared.entry(SafeName.decoded(reason.where()), 0, "", entries.size());
      entries.add(entry.with(FileOutcome.of(new Fate.TurnedAway(List.of(reason)))));
    }
    ledger.addEntries(upload.id(), archive.number(), entries);
    return written(upload, archive);
  }

  private List<UploadFile> written(Upload upload, UploadFile archive) {
    return ledger.files(upload.id()).stream()
        .filter(file -> file.archive().orElse(-1) == archive.number())
        .toList();
  }

  @Override
  public void close() {
    workers.close();
  }
}
