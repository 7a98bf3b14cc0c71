package org.hilum.imaging.comparison.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.hilum.imaging.comparison.LesionFate;
import org.hilum.imaging.comparison.LesionStep;
import org.hilum.imaging.comparison.TrackedLesion;
import org.hilum.imaging.comparison.change.DatePair;
import org.hilum.imaging.comparison.change.LesionChanges;

/**
 * Hands identities on from date to date.
 *
 * <p>A lesion that merges keeps the identity of the parent with which it has most in common, the
 * others end; a lesion that splits hands its identity to the child with which it has most in
 * common, the others begin. A lesion that was gone and is back at its place gets its identity back.
 */
final class Genealogy {
  private final List<DatePair> pairs;
  private final List<LesionGroups> groups;
  private final List<Followed> followed = new ArrayList<>();
  private Map<Integer, Followed> here = new TreeMap<>();
  private int date;

  Genealogy(List<DatePair> pairs, List<LesionGroups> groups) {
    this.pairs = pairs;
    this.groups = groups;
    groups.getFirst().all().keySet().stream()
        .sorted(largestFirst(0))
        .forEach(group -> here.put(group, begin(group)));
  }

  private Comparator<Integer> largestFirst(int at) {
    var members = groups.get(at).all();
    return Comparator.comparingDouble(
            (Integer group) ->
                -Objects.requireNonNull(members.get(group)).stream()
                    .mapToLong(n -> LesionStates.lesion(pairs, at, n).voxels())
                    .sum())
        .thenComparingInt(group -> group);
  }

  private Followed begin(int group) {
    var lesion = new Followed(followed.size() + 1, pairs.size() + 1);
    lesion.isThere(date, group);
    followed.add(lesion);
    return lesion;
  }

  /** Goes on to the next date. */
  void step(PairMatches matches) {
    var pair = pairs.get(date);
    var steps = new Steps(pair, date);
    var before = here;
    here = new TreeMap<>();
    date++;
    matches
        .goingOn()
        .forEach((prior, current) -> here.put(current, at(before, prior).isThere(date, current)));
    matches
        .goingOn()
        .forEach((prior, current) -> at(before, prior).add(goingOn(matches, steps, prior)));
    matches
        .mergedInto()
        .forEach(
            (branch, into) -> {
              int survivor = at(here, into).identity();
              var main = mainOf(matches, into);
              at(before, branch)
                  .add(
                      steps.of(
                          LesionFate.MERGED,
                          Optional.of(survivor),
                          matches.priorsTogether(main),
                          matches.currentsTogether(main)));
            });
    matches
        .resolved()
        .forEach(
            prior -> {
              at(before, prior).add(steps.resolved(matches.priorMembers(prior)));
              at(before, prior).resolved();
            });
    beginBranches(matches, steps, before);
    beginFresh(matches, steps);
  }

  private static int mainOf(PairMatches matches, int current) {
    return matches.goingOn().entrySet().stream()
        .filter(entry -> entry.getValue() == current)
        .mapToInt(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }

  private static Followed at(Map<Integer, Followed> lesions, int group) {
    return Objects.requireNonNull(lesions.get(group));
  }

  private static LesionStep goingOn(PairMatches matches, Steps steps, int prior) {
    var priors = matches.priorsTogether(prior);
    var currents = matches.currentsTogether(prior);
    int merged = priors.size() - matches.priorMembers(prior).size();
    int split =
        currents.size()
            - matches.currentMembers(Objects.requireNonNull(matches.goingOn().get(prior))).size();
    if (merged == 0 && split == 0) {
      return steps.of(steps.byVolume(priors, currents), Optional.empty(), priors, currents);
    }
    return steps.of(
        merged > split || merged == split && steps.grew(priors, currents)
            ? LesionFate.MERGED
            : LesionFate.SPLIT,
        Optional.empty(),
        priors,
        currents);
  }

  private void beginBranches(PairMatches matches, Steps steps, Map<Integer, Followed> before) {
    matches.splitFrom().keySet().stream()
        .sorted(largestFirst(date))
        .forEach(
            branch -> {
              int from = Objects.requireNonNull(matches.splitFrom().get(branch));
              var lesion = begin(branch);
              here.put(branch, lesion);
              lesion.add(
                  steps.of(
                      LesionFate.SPLIT,
                      Optional.of(at(before, from).identity()),
                      matches.priorsTogether(from),
                      matches.currentsTogether(from)));
            });
  }

  private void beginFresh(PairMatches matches, Steps steps) {
    var returned = new Returned(pairs, groups, date);
    matches.fresh().stream()
        .sorted(largestFirst(date))
        .forEach(
            group -> {
              var members = matches.currentMembers(group);
              var lesion =
                  returned
                      .amongst(followed, members)
                      .map(known -> known.isThere(date, group))
                      .orElseGet(() -> begin(group));
              here.put(group, lesion);
              lesion.add(steps.fresh(members));
            });
  }

  /** All lesions by identity. */
  List<TrackedLesion> lesions() {
    return followed.stream().map(lesion -> lesion.tracked(pairs, groups)).toList();
  }

  /** What a pair of dates says of lesions. */
  static final class Steps {
    private final DatePair pair;
    private final LesionChanges changes;
    private final int step;

    Steps(DatePair pair, int step) {
      this.pair = pair;
      this.step = step;
      changes = new LesionChanges(pair);
    }

    LesionStep of(
        LesionFate fate, Optional<Integer> partner, List<Integer> priors, List<Integer> currents) {
      return new LesionStep(step, fate, partner, changes.of(priors, currents), Optional.empty());
    }

    LesionStep resolved(List<Integer> priors) {
      return new LesionStep(
          step,
          LesionFate.RESOLVED,
          Optional.empty(),
          changes.of(priors, List.of()),
          Doubts.of(pair.forward(), pair.volumeChange(priors, List.of()), priors));
    }

    LesionStep fresh(List<Integer> currents) {
      return new LesionStep(
          step,
          LesionFate.NEW,
          Optional.empty(),
          changes.of(List.of(), currents),
          Doubts.of(pair.back(), pair.volumeChange(List.of(), currents), currents));
    }

    LesionFate byVolume(List<Integer> priors, List<Integer> currents) {
      if (!pair.volumeChange(priors, currents).isDetectable()) {
        return LesionFate.PERSISTED;
      }
      return grew(priors, currents) ? LesionFate.GROWN : LesionFate.SHRUNK;
    }

    boolean grew(List<Integer> priors, List<Integer> currents) {
      var change = pair.volumeChange(priors, currents);
      return change.after() > change.before();
    }
  }
}
