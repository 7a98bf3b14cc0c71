package org.hilum.imaging.comparison.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.hilum.imaging.comparison.carrying.Carried;
import org.hilum.imaging.comparison.carrying.Carried.Pairing;
import org.hilum.imaging.comparison.carrying.NearbyLesions;
import org.hilum.imaging.comparison.change.DatePair;

/**
 * Which lesions of two dates lie at one place.
 *
 * <p>Two lesions are linked when at least {@value #LEAST_OVERLAP} of one of them lies in the other
 * after alignment. A lesion that so meets nothing is linked to what at least {@value #LEAST_NEAR}
 * of it lies near, within {@link NearbyLesions#TOLERANCE_MM}. Every rule is the same seen from
 * either date.
 */
final class Links {

  /** Less than this is the edge of a neighbour; a tenth to a fifth gave the same on real chests. */
  static final double LEAST_OVERLAP = 0.15;

  /** A lesion displaced by an error of alignment lies near its old place with most of it. */
  static final double LEAST_NEAR = 0.5;

  /** Nearness counts less than any overlap. */
  private static final double NEAR_STRENGTH = 1e-3;

  private final DatePair pair;
  private final Map<Pairing, Double> nearForward;
  private final Map<Pairing, Double> nearBack;

  Links(DatePair pair) {
    this.pair = pair;
    nearForward =
        new NearbyLesions(pair.prior(), pair.current(), pair.there())
            .of(thatMeetNothing(pair.forward(), pair.back()));
    nearBack =
        new NearbyLesions(pair.current(), pair.prior(), pair.backwards())
            .of(thatMeetNothing(pair.back(), pair.forward()));
  }

  private static Set<Integer> thatMeetNothing(Carried carried, Carried other) {
    var lonely = new TreeSet<Integer>();
    IntStream.range(1, carried.weights().length).forEach(lonely::add);
    carried.overlaps().forEach((met, weight) -> lonely.remove(met.from()));
    other.overlaps().forEach((met, weight) -> lonely.remove(met.to()));
    return lonely;
  }

  /**
   * A prior and a current group at one place.
   *
   * @param strength common volume, mL
   */
  record Link(int prior, int current, double strength) {}

  /** The links between groups, strongest first. */
  List<Link> between(LesionGroups priors, LesionGroups currents) {
    var overlaps = Meetings.of(pair.forward().overlaps(), pair.back().overlaps(), priors, currents);
    var near = Meetings.of(nearForward, nearBack, priors, currents);
    var links = new ArrayList<Link>();
    for (var met : overlaps.all()) {
      add(links, overlaps, met, LEAST_OVERLAP, 1);
    }
    for (var met : near.all()) {
      add(links, near, met, LEAST_NEAR, NEAR_STRENGTH);
    }
    links.sort(
        Comparator.comparingDouble((Link link) -> -link.strength())
            .thenComparingInt(link -> link.prior() + link.current())
            .thenComparingInt(link -> Math.min(link.prior(), link.current())));
    return links;
  }

  private void add(
      List<Link> links, Meetings meetings, Pairing met, double least, double strength) {
    var priors = meetings.priors.members(met.from());
    var currents = meetings.currents.members(met.to());
    double ofPrior = meetings.there(met) / voxels(pair.forward(), priors);
    double ofCurrent = meetings.back(met) / voxels(pair.back(), currents);
    if (Math.max(ofPrior, ofCurrent) >= least) {
      double common =
          ofPrior * pair.priorRim(priors).volumeMl()
              + ofCurrent * pair.currentRim(currents).volumeMl();
      links.add(new Link(met.from(), met.to(), strength * common / 2));
    }
  }

  private static double voxels(Carried carried, List<Integer> lesions) {
    return lesions.stream().mapToDouble(n -> carried.weights()[n]).sum();
  }

  /** Voxels of groups that met, counted from either date. */
  private record Meetings(
      Map<Pairing, Double> there,
      Map<Pairing, Double> back,
      LesionGroups priors,
      LesionGroups currents) {

    static Meetings of(
        Map<Pairing, Double> there,
        Map<Pairing, Double> back,
        LesionGroups priors,
        LesionGroups currents) {
      return new Meetings(
          summed(there, priors, currents), summed(back, currents, priors), priors, currents);
    }

    private static Map<Pairing, Double> summed(
        Map<Pairing, Double> ofLesions, LesionGroups from, LesionGroups to) {
      var sums = new HashMap<Pairing, Double>();
      ofLesions.forEach(
          (met, weight) ->
              sums.merge(new Pairing(from.of(met.from()), to.of(met.to())), weight, Double::sum));
      return sums;
    }

    Set<Pairing> all() {
      var all = new HashSet<>(there.keySet());
      back.keySet().forEach(met -> all.add(met.swapped()));
      return all;
    }

    double there(Pairing met) {
      return there.getOrDefault(met, 0.0);
    }

    double back(Pairing met) {
      return back.getOrDefault(met.swapped(), 0.0);
    }
  }
}
