package org.hilum.imaging.reporting;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How long each step of a reading took.
 *
 * @param seconds wall-clock seconds by name of the step, in the order they were taken; steps may
 *     overlap
 * @param totalSeconds wall-clock seconds of the whole reading
 */
public record StepTimes(Map<String, Double> seconds, double totalSeconds) {

  public StepTimes {
    seconds = Collections.unmodifiableMap(new LinkedHashMap<>(seconds));
  }
}
