package org.hilum.imaging.comparison.matching;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hilum.imaging.comparison.change.DatePair;
import org.hilum.imaging.comparison.change.DatePair.VolumeChange;
import org.hilum.imaging.comparison.matching.Links.Link;

/**
 * Which group of lesions goes on as which, and which only went into or came out of another.
 *
 * <p>Strongest first, a prior and a current group that are linked and both still free go on as one
 * another. A group left over is a branch of the one it is linked to most strongly: it merged into
 * it, or split from it.
 */
final class PairMatches {
  private final DatePair pair;
  private final SortedMap<Integer, List<Integer>> priors;
  private final SortedMap<Integer, List<Integer>> currents;
  private final Map<Integer, Integer> currentOf = new TreeMap<>();
  private final Map<Integer, Integer> priorOf = new TreeMap<>();
  private final Map<Integer, Integer> mergedInto = new TreeMap<>();
  private final Map<Integer, Integer> splitFrom = new TreeMap<>();

  PairMatches(DatePair pair, Links links, LesionGroups priorGroups, LesionGroups currentGroups) {
    this.pair = pair;
    priors = priorGroups.all();
    currents = currentGroups.all();
    var all = links.between(priorGroups, currentGroups);
    all.forEach(this::goOn);
    all.forEach(this::branch);
  }

  private void goOn(Link link) {
    if (!currentOf.containsKey(link.prior()) && !priorOf.containsKey(link.current())) {
      currentOf.put(link.prior(), link.current());
      priorOf.put(link.current(), link.prior());
    }
  }

  private void branch(Link link) {
    if (!currentOf.containsKey(link.prior())) {
      mergedInto.putIfAbsent(link.prior(), link.current());
    }
    if (!priorOf.containsKey(link.current())) {
      splitFrom.putIfAbsent(link.current(), link.prior());
    }
  }

  /** Groups of the prior that go on, with what they go on as. */
  Map<Integer, Integer> goingOn() {
    return currentOf;
  }

  /** Groups of the prior that merged into a current group which another prior goes on as. */
  Map<Integer, Integer> mergedInto() {
    return mergedInto;
  }

  /** Groups of the current that split from a prior group which goes on as another current. */
  Map<Integer, Integer> splitFrom() {
    return splitFrom;
  }

  /** Groups of the prior of which nothing is left. */
  List<Integer> resolved() {
    return priors.keySet().stream()
        .filter(prior -> !currentOf.containsKey(prior) && !mergedInto.containsKey(prior))
        .toList();
  }

  /** Groups of the current where nothing was before. */
  List<Integer> fresh() {
    return currents.keySet().stream()
        .filter(current -> !priorOf.containsKey(current) && !splitFrom.containsKey(current))
        .toList();
  }

  /** Lesions of a prior group with all that merged into what it goes on as. */
  List<Integer> priorsTogether(int prior) {
    var together = new ArrayList<>(members(priors, prior));
    mergedInto.forEach(
        (branch, into) -> {
          if (into.equals(currentOf.get(prior))) {
            together.addAll(members(priors, branch));
          }
        });
    return together;
  }

  /** Lesions of the group a prior goes on as with all that split from the prior. */
  List<Integer> currentsTogether(int prior) {
    var together =
        new ArrayList<>(members(currents, java.util.Objects.requireNonNull(currentOf.get(prior))));
    splitFrom.forEach(
        (branch, from) -> {
          if (from == prior) {
            together.addAll(members(currents, branch));
          }
        });
    return together;
  }

  List<Integer> priorMembers(int prior) {
    return members(priors, prior);
  }

  List<Integer> currentMembers(int current) {
    return members(currents, current);
  }

  private static List<Integer> members(Map<Integer, List<Integer>> groups, int name) {
    return java.util.Objects.requireNonNull(groups.get(name));
  }

  /** Change of all that belongs to a prior that goes on. */
  VolumeChange changeTogether(int prior) {
    return pair.volumeChange(priorsTogether(prior), currentsTogether(prior));
  }

  /**
   * Joins branches that a repeat of the scan might show without any change: those too small to be
   * surely there, and all where the whole did not change beyond its limit, because then only a thin
   * bridge between them came or went. Whether anything was joined.
   */
  boolean joinWobbles(LesionGroups priorGroups, LesionGroups currentGroups) {
    boolean joined = false;
    var changed = new HashSet<Integer>();
    for (int prior : currentOf.keySet()) {
      if (changeTogether(prior).isDetectable()) {
        changed.add(prior);
      }
    }
    for (var branch : mergedInto.entrySet()) {
      int main = java.util.Objects.requireNonNull(priorOf.get(branch.getValue()));
      var alone = pair.volumeChange(priorMembers(branch.getKey()), List.of());
      if (!changed.contains(main) || !alone.isDetectable()) {
        joined |= priorGroups.join(main, branch.getKey());
      }
    }
    for (var branch : splitFrom.entrySet()) {
      int from = branch.getValue();
      int main = java.util.Objects.requireNonNull(currentOf.get(from));
      var alone = pair.volumeChange(List.of(), currentMembers(branch.getKey()));
      if (!changed.contains(from) || !alone.isDetectable()) {
        joined |= currentGroups.join(main, branch.getKey());
      }
    }
    return joined;
  }
}
