package org.hilum.imaging.reading;

import java.util.LinkedHashMap;
import java.util.Map;
import org.hilum.imaging.reporting.StepTimes;

/** How long each step of one study's reading takes, in seconds of the wall clock. */
final class StepClock {

  private static final double NANOS = 1e9;

  private final Map<String, Double> seconds = new LinkedHashMap<>();
  private final long began = System.nanoTime();
  private long lap = began;
  private double before;

  /** The time since the last lap belongs to this step. */
  void lap(String step) {
    long now = System.nanoTime();
    seconds.merge(step, (now - lap) / NANOS, Double::sum);
    lap = now;
  }

  /** Adds a step that was done before this clock began. */
  void add(String step, double stepSeconds) {
    seconds.merge(step, stepSeconds, Double::sum);
    before += stepSeconds;
  }

  StepTimes times() {
    return new StepTimes(seconds, before + (System.nanoTime() - began) / NANOS);
  }
}
