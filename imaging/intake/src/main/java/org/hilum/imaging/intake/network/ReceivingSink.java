package org.hilum.imaging.intake.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.hilum.imaging.dicom.DimseStatus;
import org.hilum.imaging.dicom.StoredObjectSink;
import org.hilum.imaging.intake.InstanceReceiver;
import org.hilum.imaging.intake.IntakeReason;
import org.hilum.imaging.intake.Receipt;
import org.hilum.imaging.vocabulary.Reason;

/** One C-STORE on its way to the archive; success is answered once it is safe. */
public final class ReceivingSink implements StoredObjectSink.Reception {

  private final InstanceReceiver.Receiving receiving;

  public ReceivingSink(InstanceReceiver.Receiving receiving) {
    this.receiving = receiving;
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    receiving.write(bytes, offset, length);
  }

  @Override
  public DimseStatus finish() throws IOException {
    try (receiving) {
      return switch (receiving.finish()) {
        case Receipt.Accepted accepted -> DimseStatus.SUCCESS;
        case Receipt.TurnedAway away -> status(away.reasons().getFirst());
      };
    }
  }

  /** PS3.4 table B.2-1; the code leads to what to do: {@code ./hilum explain}. */
  private static DimseStatus status(Reason reason) {
    var words = reason.code().code() + " " + reason.message();
    return reason.code() == IntakeReason.INSTANCE_DISAGREES
        ? DimseStatus.notOfItsClass(words)
        : DimseStatus.cannotUnderstand(words);
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
