package org.hilum.imaging.comparison;

import java.util.List;
import java.util.Optional;

/**
 * One lesion through all dates: one identity for life.
 *
 * @param identity number from 1, in order of first date and then size; also its colour
 * @param states one for each date, in order; empty where it is not there
 * @param steps one for each pair of neighbouring dates at which it is there at either
 */
public record TrackedLesion(
    int identity, List<Optional<LesionState>> states, List<LesionStep> steps) {

  public TrackedLesion {
    states = List.copyOf(states);
    steps = List.copyOf(steps);
    if (states.stream().allMatch(Optional::isEmpty)) {
      throw new IllegalArgumentException("a lesion is there at one date at least");
    }
  }

  /** Index of the first date at which it is there. */
  public int firstSeen() {
    for (int n = 0; n < states.size(); n++) {
      if (states.get(n).isPresent()) {
        return n;
      }
    }
    throw new IllegalStateException("a lesion is there at one date at least");
  }
}
