package org.hilum.imaging.comparison.carrying;

import java.util.Collection;
import java.util.Map;
import java.util.OptionalDouble;
import org.hilum.imaging.comparison.DatedReading;
import org.hilum.imaging.quantification.RegionCells;
import org.hilum.imaging.vocabulary.Region;

/**
 * Where the opacity of one date lies at another.
 *
 * <p>Weights are numbers of voxels of the date it was carried from. Lesions have index {@code
 * number}; index 0 is opacity too small to be a lesion.
 *
 * @param weights of each lesion
 * @param expanded the same, each voxel times the expansion of its tissue
 * @param outside part that lies outside the other scan
 * @param suspected part that lies where the other reading holds opacity possible
 * @param overlaps by lesion of the other date: part that lies in it
 * @param cellWeights of the opacity of each cell of {@link RegionCells}
 * @param cellExpanded the same, each voxel times the expansion of its tissue
 */
public record Carried(
    double[] weights,
    double[] expanded,
    double[] outside,
    double[] suspected,
    Map<Pairing, Double> overlaps,
    double[] cellWeights,
    double[] cellExpanded) {

  /** A lesion of the date carried from, and one of the date carried to. */
  public record Pairing(int from, int to) {

    /** The same seen from the other date. */
    public Pairing swapped() {
      return new Pairing(to, from);
    }
  }

  static Carried nothing(DatedReading from) {
    int lesions = from.measurements().lesions().size() + 1;
    return new Carried(
        new double[lesions],
        new double[lesions],
        new double[lesions],
        new double[lesions],
        new java.util.HashMap<>(),
        new double[RegionCells.COUNT],
        new double[RegionCells.COUNT]);
  }

  Carried plus(Carried other) {
    add(weights, other.weights);
    add(expanded, other.expanded);
    add(outside, other.outside);
    add(suspected, other.suspected);
    add(cellWeights, other.cellWeights);
    add(cellExpanded, other.cellExpanded);
    other.overlaps.forEach((pair, weight) -> overlaps.merge(pair, weight, Double::sum));
    return this;
  }

  private static void add(double[] to, double[] from) {
    for (int n = 0; n < to.length; n++) {
      to[n] += from[n];
    }
  }

  /** Part of lesions that lies outside the other scan, 0 to 1. */
  public double outsideFraction(Collection<Integer> lesions) {
    return fraction(outside, lesions);
  }

  /** Part of lesions at whose place the other reading holds opacity possible, 0 to 1. */
  public double suspectedFraction(Collection<Integer> lesions) {
    return fraction(suspected, lesions);
  }

  private double fraction(double[] part, Collection<Integer> lesions) {
    return ratio(
            lesions.stream().mapToDouble(n -> part[n]).sum(),
            lesions.stream().mapToDouble(n -> weights[n]).sum())
        .orElse(0);
  }

  /** Mean expansion of lesions; empty without any. */
  public OptionalDouble expansion(Collection<Integer> lesions) {
    return ratio(
        lesions.stream().mapToDouble(n -> expanded[n]).sum(),
        lesions.stream().mapToDouble(n -> weights[n]).sum());
  }

  /** Mean expansion of the opacity of a region; empty where there is none. */
  public OptionalDouble expansion(Region region) {
    return ratio(RegionCells.sum(cellExpanded, region), RegionCells.sum(cellWeights, region));
  }

  private static OptionalDouble ratio(double expanded, double weight) {
    return weight == 0 ? OptionalDouble.empty() : OptionalDouble.of(expanded / weight);
  }
}
