package org.hilum.imaging.comparison.matching;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Which of a reading's lesions are followed as one: pieces that a repeat of the scan might have
 * drawn in one.
 *
 * <p>A group is named by its smallest number, which is its largest lesion.
 */
final class LesionGroups {
  private final int[] first;

  /** Every lesion by itself. */
  LesionGroups(int lesions) {
    first = IntStream.rangeClosed(0, lesions).toArray();
  }

  /** Name of the group of a lesion. */
  int of(int lesion) {
    int at = lesion;
    while (first[at] != at) {
      at = first[at];
    }
    return at;
  }

  /** Makes two groups one; whether they were two. */
  boolean join(int one, int other) {
    int a = of(one);
    int b = of(other);
    first[Math.max(a, b)] = Math.min(a, b);
    return a != b;
  }

  /** Names of all groups with their lesions. */
  SortedMap<Integer, List<Integer>> all() {
    var members = new TreeMap<Integer, List<Integer>>();
    for (int lesion = 1; lesion < first.length; lesion++) {
      members.computeIfAbsent(of(lesion), _ -> new java.util.ArrayList<>()).add(lesion);
    }
    return members;
  }

  /** The lesions of a group. */
  List<Integer> members(int name) {
    return IntStream.range(1, first.length).filter(n -> of(n) == name).boxed().toList();
  }
}
