package org.hilum.server.hospital;

import java.util.List;
import java.util.function.Consumer;
import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.intake.ArrivalObserver;
import org.hilum.imaging.intake.Receipt;
import org.hilum.imaging.intake.Sender;

/** Tells several observers what comes in, in their order. */
record ArrivalTold(List<ArrivalObserver> observers) implements ArrivalObserver {

  @Override
  public void begun(Sender sender) {
    each(observer -> observer.begun(sender));
  }

  @Override
  public void accepted(Sender sender, Receipt.Accepted receipt, long revision, DataSet header) {
    each(observer -> observer.accepted(sender, receipt, revision, header));
  }

  @Override
  public void turnedAway(Sender sender, Receipt.TurnedAway receipt) {
    each(observer -> observer.turnedAway(sender, receipt));
  }

  @Override
  public void dropped(Sender sender) {
    each(observer -> observer.dropped(sender));
  }

  @Override
  public void transferEnded(Sender sender) {
    each(observer -> observer.transferEnded(sender));
  }

  private void each(Consumer<ArrivalObserver> told) {
    observers.forEach(told);
  }
}
