package org.hilum.imaging.intake.upload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.hilum.imaging.intake.InstanceReceiver;
import org.hilum.imaging.intake.IntakeReason;
import org.hilum.imaging.intake.UploadSettings;
import org.hilum.platform.access.AuditEntry;
import org.hilum.platform.access.AuditEntry.Action;
import org.hilum.platform.access.AuditTrail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings uploads to their end: finished, called off, or given up when nobody came back. */
public final class Endings implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Endings.class);

  private final UploadLedger ledger;
  private final PartialFiles partials;
  private final InstanceReceiver receiver;
  private final UploadSettings settings;
  private final InstantSource clock;
  private final AuditTrail trail;
  private final Archives archives;
  private final WholeFiles whole;

  public Endings(
      UploadLedger ledger,
      PartialFiles partials,
      InstanceReceiver receiver,
      UploadSettings settings,
      InstantSource clock,
      AuditTrail trail) {
    this.ledger = ledger;
    this.partials = partials;
    this.receiver = receiver;
    this.settings = settings;
    this.clock = clock;
    this.trail = trail;
    this.archives = new Archives(ledger, partials, receiver, settings, this::finishIfDone);
    this.whole = new WholeFiles(ledger, partials, receiver, archives);
  }

  /** Who judges files that have come whole. */
  public WholeFiles whole() {
    return whole;
  }

  /**
   * Ends one when its archives are unpacked.
   *
   * @param without whether to end it though some files have not come whole
   */
  public void finish(Upload upload, boolean without) throws IOException, UploadRefusal {
    takeWhole(upload);
    leaveOut(upload, without);
    ledger.move(upload.id(), UploadState.FINISHING, List.of(), clock.instant());
    finishIfDone(upload);
  }

  /** Study Instance UIDs that it led to. */
  public List<String> studies(Upload upload) {
    return ledger.studies(upload.id()).stream().map(study -> study.studyInstanceUid()).toList();
  }

  private void leaveOut(Upload upload, boolean without) throws IOException, UploadRefusal {
    var missing = new ArrayList<UploadFile>();
    for (var file : ledger.files(upload.id())) {
      if (file.archive().isEmpty() && file.outcome().state() == FileState.WAITING) {
        missing.add(file);
      }
    }
    if (!missing.isEmpty() && !without) {
      throw UploadRefusal.of(
          IntakeReason.FILES_MISSING,
          missing.size() + " files have not come whole: send them, or finish without them");
    }
    missing.forEach(file -> ledger.settle(upload.id(), file.number(), FileOutcome.NOT_SENT));
  }

  private void takeWhole(Upload upload) throws IOException, UploadRefusal {
    try {
      for (var file : partials.measured(upload, ledger.files(upload.id()))) {
        if (file.state() == FileState.UNPACKING) {
          archives.unpack(upload, file);
        } else if (file.archive().isEmpty()) {
          whole.takeIfWhole(upload, file);
        }
      }
    } catch (IOException | RuntimeException failed) {
      if (Disk.isFull(failed)) {
        throw Disk.full();
      }
      throw failed;
    }
  }

  private synchronized void finishIfDone(Upload upload) {
    boolean isFinishing =
        ledger.upload(upload.id()).filter(now -> now.state() == UploadState.FINISHING).isPresent();
    boolean isUnpacking =
        isFinishing
            && ledger.files(upload.id()).stream()
                .anyMatch(file -> file.state() == FileState.UNPACKING);
    if (isFinishing && !isUnpacking) {
      end(upload, UploadState.FINISHED, List.of());
    }
  }

  private void end(Upload upload, UploadState state, List<UploadReason> reasons) {
    try {
      if (ledger.move(upload.id(), state, reasons, clock.instant())) {
        partials.remove(upload);
        receiver.transferEnded(upload.sender());
      }
    } catch (IOException failed) {
      throw new UncheckedIOException("parts of upload " + upload.id() + " remain", failed);
    }
  }

  /** Ends one before it is whole; what was taken stays. */
  public void cancel(Upload upload) {
    end(upload, UploadState.CANCELLED, List.of(UploadReason.CANCELLED));
  }

  /** Goes on with what was interrupted, and gives up what was forgotten. */
  public void lookAfterAll() {
    for (var upload : ledger.open()) {
      try {
        lookAfter(upload);
      } catch (IOException | UploadRefusal | RuntimeException failed) {
        LOG.warn("upload {} could not be looked after, trying again", upload.id(), failed);
      }
    }
    ledger.forgetEndedBefore(clock.instant().minus(settings.forgottenAfter()));
  }

  private void lookAfter(Upload upload) throws IOException, UploadRefusal {
    if (upload.touchedAt().isBefore(clock.instant().minus(settings.unfinishedAfter()))) {
      end(upload, UploadState.EXPIRED, List.of(UploadReason.EXPIRED));
      trail.record(
          new AuditEntry(
              Action.CHANGE,
              "hilum",
              upload.institution(),
              "",
              "",
              studies(upload),
              true,
              "upload given up " + upload.id()));
    } else {
      takeWhole(upload);
      finishIfDone(upload);
    }
  }

  /** Lets what is being unpacked come to its end. */
  @Override
  public void close() {
    archives.close();
  }
}
