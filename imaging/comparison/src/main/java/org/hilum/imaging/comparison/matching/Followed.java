package org.hilum.imaging.comparison.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.hilum.imaging.comparison.LesionStep;
import org.hilum.imaging.comparison.TrackedLesion;
import org.hilum.imaging.comparison.change.DatePair;

/** A lesion while it is being followed. */
final class Followed {
  private static final int NOT_THERE = 0;

  private final int identity;
  private final int[] groupAt;
  private final List<LesionStep> steps = new ArrayList<>();
  private boolean resolved;

  Followed(int identity, int dates) {
    this.identity = identity;
    groupAt = new int[dates];
    Arrays.fill(groupAt, NOT_THERE);
  }

  int identity() {
    return identity;
  }

  Followed isThere(int date, int group) {
    groupAt[date] = group;
    resolved = false;
    return this;
  }

  void add(LesionStep step) {
    steps.add(step);
  }

  void resolved() {
    resolved = true;
  }

  /** Whether nothing of it was left when it was last looked for, so that it might come back. */
  boolean isResolved() {
    return resolved;
  }

  /** The last date it was there. */
  int lastSeen() {
    return IntStream.range(0, groupAt.length)
        .filter(date -> groupAt[date] != NOT_THERE)
        .max()
        .orElseThrow();
  }

  /** Its group at a date; empty where it is not there. */
  OptionalInt group(int date) {
    return groupAt[date] == NOT_THERE ? OptionalInt.empty() : OptionalInt.of(groupAt[date]);
  }

  TrackedLesion tracked(List<DatePair> pairs, List<LesionGroups> groups) {
    var states =
        IntStream.range(0, groupAt.length)
            .mapToObj(date -> LesionStates.of(pairs, groups, date, group(date)))
            .toList();
    return new TrackedLesion(identity, states, steps);
  }
}
