package org.hilum.imaging.segmentation;

import java.util.function.Consumer;

/** Measures how long the steps of one segmentation take. */
final class StepClock {

  private final Consumer<StepTime> listener;
  private long since = System.nanoTime();

  StepClock(Consumer<StepTime> listener) {
    this.listener = listener;
  }

  /** Tells how long it is since the last step ended. */
  void lap(String step) {
    long now = System.nanoTime();
    listener.accept(new StepTime(step, (now - since) / 1e9));
    since = now;
  }
}
