package org.hilum.imaging.intake.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.hilum.imaging.dicom.DimseStatus;
import org.hilum.imaging.dicom.StoredObjectSink;
import org.hilum.imaging.intake.InstanceReceiver;
import org.hilum.imaging.intake.IntakeReason;
import org.hilum.imaging.intake.NotKeptException;
import org.hilum.imaging.intake.Receipt;
import org.hilum.imaging.vocabulary.Reason;
import org.hilum.platform.storage.StorageFullException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One C-STORE on its way to the archive; success is answered once it is safe. */
public final class ReceivingSink implements StoredObjectSink.Reception {

  private static final Logger LOG = LoggerFactory.getLogger(ReceivingSink.class);

  private final InstanceReceiver.Receiving receiving;
  private final String title;
  private @Nullable StorageFullException full;

  /**
   * Of one object.
   *
   * @param title of whoever sends it
   */
  public ReceivingSink(InstanceReceiver.Receiving receiving, String title) {
    this.title = title;
    this.receiving = receiving;
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    if (full != null) {
      return;
    }
    try {
      receiving.write(bytes, offset, length);
    } catch (StorageFullException noRoom) {
      full = noRoom;
    }
  }

  @Override
  public DimseStatus finish() {
    try (receiving) {
      return status();
    } catch (IOException failed) {
      LOG.error("an object from {} was not kept", title, failed);
      return notKept(failed);
    }
  }

  /** Out of resources, with the reason: the object is to be sent again. */
  public static DimseStatus notKept(IOException failed) {
    return DimseStatus.outOfResources(words(NotKeptException.reason(failed)));
  }

  private DimseStatus status() throws IOException {
    if (full != null) {
      throw full;
    }
    return switch (receiving.finish()) {
      case Receipt.Accepted accepted -> DimseStatus.SUCCESS;
      case Receipt.TurnedAway away -> status(away.reasons().getFirst());
    };
  }

  /** PS3.4 table B.2-1; the code leads to what to do: {@code ./hilum explain}. */
  private static DimseStatus status(Reason reason) {
    var words = words(reason);
    return switch (reason.code()) {
      case IntakeReason.INSTANCE_DISAGREES -> DimseStatus.notOfItsClass(words);
      case IntakeReason.OBJECT_TOO_LARGE -> DimseStatus.outOfResources(words);
      default -> DimseStatus.cannotUnderstand(words);
    };
  }

  private static String words(Reason reason) {
    return reason.code().code() + " " + reason.message();
  }

  @Override
  public void drop() {
    try {
      receiving.close();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
