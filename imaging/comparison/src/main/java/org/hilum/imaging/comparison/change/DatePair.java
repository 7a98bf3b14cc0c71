package org.hilum.imaging.comparison.change;

import java.util.Collection;
import java.util.OptionalDouble;
import org.hilum.imaging.comparison.Alignment;
import org.hilum.imaging.comparison.DatedReading;
import org.hilum.imaging.comparison.carrying.Carried;
import org.hilum.imaging.comparison.carrying.Movement;
import org.hilum.imaging.comparison.carrying.VoxelCarrier;
import org.hilum.imaging.comparison.limit.Limits;
import org.hilum.imaging.comparison.limit.PairQuality;
import org.hilum.imaging.comparison.limit.Rim;
import org.hilum.imaging.comparison.limit.Rims;
import org.hilum.imaging.quantification.RegionCells;
import org.hilum.imaging.vocabulary.Region;

/**
 * Two dates, aligned, with all that their comparison needs.
 *
 * @param there from the prior to the current
 * @param backwards its inverse
 * @param forward opacity of the prior carried to the current
 * @param back opacity of the current carried to the prior
 */
public record DatePair(
    DatedReading prior,
    DatedReading current,
    Movement there,
    Movement backwards,
    Rims priorRims,
    Rims currentRims,
    Carried forward,
    Carried back,
    Limits limits) {

  /** Looks at two neighbouring dates. */
  public static DatePair of(DatedReading prior, DatedReading current, Alignment alignment) {
    return of(prior, current, Movement.forward(alignment), Movement.back(alignment));
  }

  /**
   * Looks at two dates.
   *
   * @param there from the prior to the current
   * @param backwards its inverse
   */
  public static DatePair of(
      DatedReading prior, DatedReading current, Movement there, Movement backwards) {
    var priorCells = RegionCells.of(prior.segmentation());
    var currentCells = RegionCells.of(current.segmentation());
    return new DatePair(
        prior,
        current,
        there,
        backwards,
        Rims.of(prior, priorCells),
        Rims.of(current, currentCells),
        new VoxelCarrier(prior, current, there, priorCells).carry(),
        new VoxelCarrier(current, prior, backwards, currentCells).carry(),
        new Limits(PairQuality.of(prior, current)));
  }

  /** Rim of lesions of the prior. */
  public Rim priorRim(Collection<Integer> lesions) {
    return priorRims.of(lesions);
  }

  /** Rim of lesions of the current. */
  public Rim currentRim(Collection<Integer> lesions) {
    return currentRims.of(lesions);
  }

  /**
   * How much more volume the tissue of lesions holds at the current date: the geometric mean of
   * what is found going there and coming back, so that swapped dates give exactly the inverse.
   */
  public double expansion(Collection<Integer> priors, Collection<Integer> currents) {
    return together(forward.expansion(priors), back.expansion(currents));
  }

  /** The same of the opacity of a region. */
  public double expansion(Region region) {
    return together(forward.expansion(region), back.expansion(region));
  }

  private static double together(OptionalDouble there, OptionalDouble back) {
    if (there.isPresent() && back.isPresent()) {
      return Math.sqrt(there.getAsDouble() / back.getAsDouble());
    }
    return there.isPresent() ? there.getAsDouble() : 1 / back.orElse(1);
  }

  /** Change of volume of lesions, the prior's as it would be at the current breath. */
  public VolumeChange volumeChange(Collection<Integer> priors, Collection<Integer> currents) {
    double expansion = expansion(priors, currents);
    var before = priorRim(priors);
    var after = currentRim(currents);
    return new VolumeChange(
        before.volumeMl() * expansion,
        after.volumeMl(),
        halfWayMl(before, after, expansion) * Math.sqrt(expansion));
  }

  /**
   * The limit of a volume of opacity, mL, at the breath half way between both dates, so that
   * swapped dates have the same.
   */
  double halfWayMl(Rim before, Rim after, double expansion) {
    double half = Math.sqrt(expansion);
    return limits.volumeMl(before.expanded(half), after.expanded(1 / half), expansion);
  }

  /** Volumes at the current breath and their limit, mL. */
  public record VolumeChange(double before, double after, double limit) {

    /** Whether it is more than measurement error. */
    public boolean isDetectable() {
      return Math.abs(after - before) > limit;
    }
  }
}
