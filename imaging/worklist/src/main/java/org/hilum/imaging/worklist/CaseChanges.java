package org.hilum.imaging.worklist;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hilum.imaging.worklist.Worklist.Observer;

/** Tells observers of changed cases. */
public final class CaseChanges {

  private final List<Observer> observers = new CopyOnWriteArrayList<>();

  /** Who is told from now on. */
  public void observe(Observer observer) {
    observers.add(observer);
  }

  /** A case is now like this, if it is there. */
  public void changed(Optional<WorklistEntry> entry) {
    entry.ifPresent(now -> observers.forEach(observer -> observer.changed(now)));
  }
}
