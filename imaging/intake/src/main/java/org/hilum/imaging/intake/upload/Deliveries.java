package org.hilum.imaging.intake.upload;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.InstantSource;
import org.hilum.imaging.intake.InstanceReceiver;
import org.hilum.imaging.intake.IntakeReason;

/**
 * Takes the bytes that requests bring, each where the last ended; a file that is whole is judged.
 */
public final class Deliveries {

  private static final int PIECE = 64 * 1024;

  /** A long file on a slow line must not look forgotten. */
  private static final Duration TOUCH_EVERY = Duration.ofMinutes(1);

  private final UploadLedger ledger;
  private final PartialFiles partials;
  private final WholeFiles whole;
  private final InstanceReceiver receiver;
  private final Disk disk;
  private final InstantSource clock;

  public Deliveries(
      UploadLedger ledger,
      PartialFiles partials,
      WholeFiles whole,
      InstanceReceiver receiver,
      Disk disk,
      InstantSource clock) {
    this.ledger = ledger;
    this.partials = partials;
    this.whole = whole;
    this.receiver = receiver;
    this.disk = disk;
    this.clock = clock;
  }

  /** Takes one delivery; answers how far the file is then. */
  public UploadFile take(Upload upload, UploadFile file, Delivery delivery)
      throws IOException, UploadRefusal {
    try {
      disk.requireRoom(0);
      // Says from the first byte on that something comes, so that the series is not complete.
      try (var receiving = receiver.begin(upload.sender())) {
        return take(upload, file, delivery, receiving);
      }
    } catch (IOException failed) {
      if (Disk.isFull(failed)) {
        throw Disk.full();
      }
      throw failed;
    }
  }

  private UploadFile take(
      Upload upload, UploadFile file, Delivery delivery, InstanceReceiver.Receiving receiving)
      throws IOException, UploadRefusal {
    var partial = partials.of(upload, file);
    try (var writer = partial.goOn(delivery.offset())) {
      pour(upload, delivery.body(), writer);
    } catch (UploadRefusal refusal) {
      return refusal.code() == IntakeReason.SIZE_DISAGREES
          ? turnAway(upload, file, partial, refusal)
          : settledMeanwhile(upload, file, refusal);
    }
    if (!partial.isWhole()) {
      return file.received(partial.length());
    }
    var sha256 = delivery.sha256().isEmpty() ? file.sha256() : delivery.sha256();
    return whole.take(upload, file, sha256, receiving);
  }

  private void pour(Upload upload, InputStream body, PartialFile.Writer writer)
      throws IOException, UploadRefusal {
    var touched = clock.instant();
    ledger.touch(upload.id(), touched);
    var piece = new byte[PIECE];
    for (int n = next(body, piece); n >= 0; n = next(body, piece)) {
      writer.write(piece, n);
      var now = clock.instant();
      if (Duration.between(touched, now).compareTo(TOUCH_EVERY) > 0) {
        ledger.touch(upload.id(), now);
        touched = now;
      }
    }
  }

  private static int next(InputStream body, byte[] piece) throws UploadRefusal {
    try {
      return body.read(piece);
    } catch (IOException lost) {
      throw UploadRefusal.of(
          IntakeReason.LINE_LOST, "the line was lost: ask how much is here and go on from there");
    }
  }

  private UploadFile turnAway(
      Upload upload, UploadFile file, PartialFile partial, UploadRefusal refusal)
      throws IOException {
    var outcome =
        FileOutcome.of(FileState.TURNED_AWAY, UploadReason.of(refusal.code(), refusal.words()));
    ledger.settle(upload.id(), file.number(), outcome);
    partials.remove(partial);
    return file.with(outcome);
  }

  /** A file that was judged while the request was on its way has its answer. */
  private UploadFile settledMeanwhile(Upload upload, UploadFile file, UploadRefusal refusal)
      throws UploadRefusal {
    return ledger
        .file(upload.id(), file.number())
        .filter(each -> each.state().isSettled())
        .orElseThrow(() -> refusal);
  }
}
