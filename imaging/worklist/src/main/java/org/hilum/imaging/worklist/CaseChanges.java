package org.hilum.imaging.worklist;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.hilum.imaging.worklist.Worklist.Observer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells observers of changed cases; one that fails keeps neither the case nor the others. */
public final class CaseChanges {

  private static final Logger LOG = LoggerFactory.getLogger(CaseChanges.class);

  private final List<Observer> observers = new CopyOnWriteArrayList<>();

  /** Who is told from now on. */
  public void observe(Observer observer) {
    observers.add(observer);
  }

  /** A case is now like this, if it is there. */
  public void changed(Optional<WorklistEntry> entry) {
    entry.ifPresent(now -> each(now.key(), observer -> observer.changed(now)));
  }

  /** A case is gone from the list. */
  public void gone(CaseKey key, Set<String> seers) {
    each(key, observer -> observer.gone(key, seers));
  }

  private void each(CaseKey key, Consumer<Observer> told) {
    for (var observer : observers) {
      try {
        told.accept(observer);
      } catch (RuntimeException failed) {
        LOG.warn("case {}: an observer failed", key.subject(), failed);
      }
    }
  }
}
