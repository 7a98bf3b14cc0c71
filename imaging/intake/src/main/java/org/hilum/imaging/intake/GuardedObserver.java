package org.hilum.imaging.intake;

import java.util.List;
import java.util.function.Consumer;
import org.hilum.imaging.dicom.DataSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells several observers what comes in, in their order; one that fails changes nothing for the
 * others, nor for what came in.
 */
public record GuardedObserver(List<ArrivalObserver> observers) implements ArrivalObserver {

  private static final Logger LOG = LoggerFactory.getLogger(GuardedObserver.class);

  public GuardedObserver {
    observers = List.copyOf(observers);
  }

  @Override
  public void begun(Sender sender) {
    each(sender, observer -> observer.begun(sender));
  }

  @Override
  public void accepted(Sender sender, Receipt.Accepted receipt, long revision, DataSet header) {
    each(sender, observer -> observer.accepted(sender, receipt, revision, header));
  }

  @Override
  public void turnedAway(Sender sender, Receipt.TurnedAway receipt) {
    each(sender, observer -> observer.turnedAway(sender, receipt));
  }

  @Override
  public void dropped(Sender sender) {
    each(sender, observer -> observer.dropped(sender));
  }

  @Override
  public void transferEnded(Sender sender) {
    each(sender, observer -> observer.transferEnded(sender));
  }

  private void each(Sender sender, Consumer<ArrivalObserver> told) {
    for (var observer : observers) {
      try {
        told.accept(observer);
      } catch (RuntimeException failed) {
        LOG.error("{}: {} was not told what came in", sender.source(), observer, failed);
      }
    }
  }
}
