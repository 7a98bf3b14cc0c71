package org.hilum.imaging.intake.upload;

import java.io.IOException;
import org.hilum.imaging.intake.InstanceReceiver;
import org.hilum.imaging.intake.IntakeReason;
import org.hilum.imaging.intake.arrival.Arrival;
import org.hilum.imaging.intake.arrival.ArrivalTaker;
import org.hilum.imaging.intake.arrival.FileArrival;
import org.hilum.imaging.intake.arrival.Signature;

/**
 * Judges files that have come whole: an object goes to the receiver, an archive is unpacked, and
 * what lay here is removed after it is written down what became of it.
 */
public final class WholeFiles {

  private final UploadLedger ledger;
  private final PartialFiles partials;
  private final InstanceReceiver receiver;
  private final ArrivalTaker taker;
  private final Archives archives;

  public WholeFiles(
      UploadLedger ledger, PartialFiles partials, InstanceReceiver receiver, Archives archives) {
    this.ledger = ledger;
    this.partials = partials;
    this.receiver = receiver;
    this.taker = new ArrivalTaker(receiver);
    this.archives = archives;
  }

  /** Judges one that a stop left, if it is whole. */
  public UploadFile takeIfWhole(Upload upload, UploadFile file) throws IOException, UploadRefusal {
    if (file.received() < file.bytes() || file.state().isSettled()) {
      return file;
    }
    try (var receiving = receiver.begin(upload.sender())) {
      return take(upload, file, file.sha256(), receiving);
    }
  }

  /**
   * Judges one; who comes while another is about it is told the same.
   *
   * @param sha256 of what was sent; empty when it is not known
   */
  UploadFile take(
      Upload upload, UploadFile file, String sha256, InstanceReceiver.Receiving receiving)
      throws IOException, UploadRefusal {
    var partial = partials.of(upload, file);
    partial.judging().lock();
    try {
      var now = ledger.file(upload.id(), file.number()).orElse(file);
      return now.outcome().state() == FileState.WAITING && partial.isWhole()
          ? judge(upload, file, sha256, receiving)
          : now;
    } finally {
      partial.judging().unlock();
    }
  }

  private UploadFile judge(
      Upload upload, UploadFile file, String sha256, InstanceReceiver.Receiving receiving)
      throws IOException, UploadRefusal {
    var partial = partials.of(upload, file);
    requireSame(partial, sha256);
    var arrival = new FileArrival(partial.path(), file.path());
    if (Signature.isZip(arrival.head(Signature.LENGTH))) {
      return unpack(upload, file);
    }
    var outcome = outcome(arrival, receiving);
    ledger.settle(upload.id(), file.number(), outcome);
    partials.remove(partial);
    return file.with(outcome);
  }

  private FileOutcome outcome(Arrival arrival, InstanceReceiver.Receiving receiving)
      throws IOException {
    var outcome = FileOutcome.of(taker.take(receiving, arrival));
    if (outcome.reasons().stream()
        .anyMatch(reason -> reason.code().equals(IntakeReason.UNREADABLE.code()))) {
      throw new IOException("a part that came whole cannot be read back");
    }
    return outcome;
  }

  private UploadFile unpack(Upload upload, UploadFile file) {
    var outcome = FileOutcome.of(FileState.UNPACKING);
    ledger.settle(upload.id(), file.number(), outcome);
    archives.unpack(upload, file);
    return file.with(outcome);
  }

  private static void requireSame(PartialFile partial, String sha256)
      throws IOException, UploadRefusal {
    if (!sha256.isEmpty() && !Sha256.of(partial.path()).equals(sha256)) {
      partial.discard();
      throw UploadRefusal.goOnFrom(
          0,
          IntakeReason.CHECKSUM_DISAGREES,
          "the bytes that arrived are not those that were sent: send the file again");
    }
  }
}
