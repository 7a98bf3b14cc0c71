package org.hilum.imaging.intake;

import org.hilum.imaging.dicom.DataSet;

/** Who is told what comes in; called by many threads at once, and briefly. */
public interface ArrivalObserver {

  /** Told nothing. */
  ArrivalObserver NOBODY = new ArrivalObserver() {};

  /** An object begins to come in. */
  default void begun(Sender sender) {}

  /**
   * An object has come, and is safe.
   *
   * @param header its attributes before the pixel data
   */
  default void accepted(Sender sender, Receipt.Accepted receipt, long revision, DataSet header) {}

  /** An object was turned away. */
  default void turnedAway(Sender sender, Receipt.TurnedAway receipt) {}

  /** An object will not come whole, or could not be made safe. */
  default void dropped(Sender sender) {}

  /** A transfer has ended: nothing more comes by it. */
  default void transferEnded(Sender sender) {}
}
