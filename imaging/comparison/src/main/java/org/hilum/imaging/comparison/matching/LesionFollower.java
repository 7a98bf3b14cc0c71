package org.hilum.imaging.comparison.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hilum.imaging.comparison.DatedReading;
import org.hilum.imaging.comparison.TrackedLesion;
import org.hilum.imaging.comparison.change.DatePair;

/**
 * Follows lesions through all dates: one identity for life.
 *
 * <p>First the pieces are joined that no repeat of a scan would tell apart, over all pairs of dates
 * until nothing more joins; then the identities are handed on from date to date. <br>
 * Limits: a merger or split that leaves the whole volume within its limit is not told from a thin
 * bridge that came or went, and is followed as one lesion of several pieces.
 */
public final class LesionFollower {

  private LesionFollower() {}

  /** The lesions of dates in order. */
  public static List<TrackedLesion> follow(List<DatePair> pairs) {
    var groups =
        Stream.concat(Stream.of(pairs.getFirst().prior()), pairs.stream().map(DatePair::current))
            .map(LesionFollower::single)
            .toList();
    var links = pairs.stream().map(Links::new).toList();
    var settled = settled(pairs, links, groups);
    var genealogy = new Genealogy(pairs, groups);
    settled.forEach(genealogy::step);
    return genealogy.lesions();
  }

  private static LesionGroups single(DatedReading reading) {
    return new LesionGroups(reading.measurements().lesions().size());
  }

  private static List<PairMatches> settled(
      List<DatePair> pairs, List<Links> links, List<LesionGroups> groups) {
    while (true) {
      boolean joined = false;
      var matches = new ArrayList<PairMatches>();
      for (int n = 0; n < pairs.size(); n++) {
        var priors = groups.get(n);
        var currents = groups.get(n + 1);
        var matched = new PairMatches(pairs.get(n), links.get(n), priors, currents);
        joined |= matched.joinWobbles(priors, currents);
        matches.add(matched);
      }
      if (!joined) {
        return matches;
      }
    }
  }
}
