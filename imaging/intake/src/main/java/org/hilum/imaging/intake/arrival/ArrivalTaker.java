package org.hilum.imaging.intake.arrival;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.ClosedChannelException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipException;
import org.hilum.imaging.dicom.DicomReason;
import org.hilum.imaging.intake.InstanceReceiver;
import org.hilum.imaging.intake.IntakeReason;
import org.hilum.imaging.intake.Receipt;
import org.hilum.imaging.intake.Sender;
import org.hilum.imaging.vocabulary.Reason;

/**
 * Hands a file or entry that lies somewhere to the receiver, unless it is something else than
 * DICOM.
 *
 * <p>What cannot be read is said as a reason; a receiver that fails, as with a full disk, is a
 * fault, and so is a thread that is told to stop.
 */
public final class ArrivalTaker {

  private static final int PIECE = 64 * 1024;

  /**
   * Media Storage Directory Storage, an explicit UI of 20 characters in the file meta information
   * of every DICOMDIR (PS3.10 8.1).
   */
  private static final String DISC_INDEX = "UI\24\0" + "1.2.840.10008.1.3.10";

  private final InstanceReceiver receiver;

  public ArrivalTaker(InstanceReceiver receiver) {
    this.receiver = receiver;
  }

  /** Takes one. */
  public Fate take(Sender sender, Arrival arrival) throws IOException {
    var other = other(arrival);
    if (other.isPresent()) {
      return other.get();
    }
    try (var receiving = receiver.begin(sender)) {
      return handIn(receiving, arrival);
    }
  }

  /** Takes one that was said to come before it lay here; the caller closes. */
  public Fate take(InstanceReceiver.Receiving receiving, Arrival arrival) throws IOException {
    var other = other(arrival);
    return other.isPresent() ? other.get() : handIn(receiving, arrival);
  }

  private static Optional<Fate> other(Arrival arrival) throws IOException {
    byte[] head;
    try {
      head = arrival.head(Signature.LENGTH);
    } catch (ClosedChannelException stopping) {
      throw stopping;
    } catch (IOException unreadable) {
      return Optional.of(unreadable(arrival, unreadable));
    }
    return discIndex(head, arrival)
        .or(() -> OtherThanDicom.of(head, arrival.name()))
        .map(Fate.LeftAlone::new);
  }

  private static Optional<Reason> discIndex(byte[] head, Arrival arrival) {
    return new String(head, StandardCharsets.ISO_8859_1).contains(DISC_INDEX)
        ? Optional.of(new Reason(IntakeReason.DISC_INDEX, "is the index of a disc", arrival.name()))
        : Optional.empty();
  }

  private static Fate handIn(InstanceReceiver.Receiving receiving, Arrival arrival)
      throws IOException {
    var unread = copy(arrival, receiving);
    return unread.isPresent()
        ? unreadable(arrival, unread.get())
        : fate(receiving.finish(), arrival);
  }

  /** What reading failed with, if it did; a failure to write is thrown. */
  private static Optional<IOException> copy(Arrival arrival, InstanceReceiver.Receiving receiving)
      throws IOException {
    InputStream in;
    try {
      in = arrival.open();
    } catch (IOException unreadable) {
      return Optional.of(unreadable);
    }
    try (in) {
      var piece = new byte[PIECE];
      while (true) {
        int n;
        try {
          n = in.read(piece);
        } catch (ClosedChannelException stopping) {
          throw stopping;
        } catch (IOException unreadable) {
          return Optional.of(unreadable);
        }
        if (n < 0) {
          return Optional.empty();
        }
        receiving.write(piece, 0, n);
      }
    }
  }

  private static Fate unreadable(Arrival arrival, IOException failed) {
    boolean isDamaged = failed instanceof ZipException || failed instanceof EOFException;
    return new Fate.TurnedAway(
        List.of(
            isDamaged
                ? new Reason(
                    IntakeReason.ARCHIVE_BROKEN,
                    "the entry is damaged (" + failed.getMessage() + "): pack it again",
                    arrival.name())
                : new Reason(
                    IntakeReason.UNREADABLE,
                    "cannot be read: check its permissions and copy it again",
                    arrival.name())));
  }

  private static Fate fate(Receipt receipt, Arrival arrival) {
    return switch (receipt) {
      case Receipt.Accepted accepted -> new Fate.Taken(accepted);
      case Receipt.TurnedAway(var reasons, var sopClass, var instance) ->
          reasons.size() == 1 && isNoFault(reasons.getFirst())
              ? new Fate.LeftAlone(in(arrival, reasons.getFirst()))
              : new Fate.TurnedAway(reasons.stream().map(each -> in(arrival, each)).toList());
    };
  }

  private static boolean isNoFault(Reason reason) {
    return reason.code() == DicomReason.NOT_DICOM || reason.code() == IntakeReason.META_MISSING;
  }

  private static Reason in(Arrival arrival, Reason reason) {
    var where = reason.where().isEmpty() ? arrival.name() : arrival.name() + ", " + reason.where();
    return new Reason(reason.code(), reason.message(), where);
  }
}
