package org.hilum.imaging.intake;

import java.io.IOException;
import java.util.Optional;
import org.hilum.imaging.dicom.AssociationEnd;
import org.hilum.imaging.dicom.DimseStatus;
import org.hilum.imaging.dicom.ReceivedObject;
import org.hilum.imaging.dicom.StoredObjectSink;
import org.hilum.imaging.intake.network.ReceivingSink;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes objects in that come over DIMSE, each for the institution of its caller. */
public final class DimseIntake implements StoredObjectSink, AssociationEnd.Observer {

  /** Whose patients an application entity sends. */
  @FunctionalInterface
  public interface Callers {
    /** Code of the caller's institution; empty when it may not send. */
    Optional<String> institution(ReceivedObject object);
  }

  private static final Logger LOG = LoggerFactory.getLogger(DimseIntake.class);

  private final InstanceReceiver receiver;
  private final Callers callers;

  public DimseIntake(InstanceReceiver receiver, Callers callers) {
    this.receiver = receiver;
    this.callers = callers;
  }

  @Override
  public Reception begin(ReceivedObject object) {
    var institution = callers.institution(object);
    if (institution.isEmpty()) {
      return StoredObjectSink.refusing(
          DimseStatus.notAuthorised(
              object.callingTitle() + " may not send: ask the administrator"));
    }
    var sender =
        new Sender(
            institution.get(),
            object.callingTitle(),
            Channel.DIMSE,
            transfer(object.association()));
    try {
      return new ReceivingSink(receiver.begin(sender), object.callingTitle());
    } catch (IOException failed) {
      LOG.error("an object from {} cannot be taken", object.callingTitle(), failed);
      return StoredObjectSink.refusing(ReceivingSink.notKept(failed));
    }
  }

  private static String transfer(long association) {
    return "dimse:" + association;
  }

  @Override
  public void ended(AssociationEnd end) {
    receiver.transferEnded(
        new Sender("", end.callingTitle(), Channel.DIMSE, transfer(end.association())));
  }
}
