package org.hilum.imaging.quantification.region;

import static org.hilum.imaging.quantification.QuantityReason.LOBES_NOT_FOUND;
import static org.hilum.imaging.quantification.QuantityReason.REGION_EMPTY;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToLongFunction;
import org.hilum.imaging.quantification.Measurement;
import org.hilum.imaging.quantification.Quantity;
import org.hilum.imaging.quantification.QuantityReason;
import org.hilum.imaging.quantification.RegionMeasurements;
import org.hilum.imaging.quantification.tally.VoxelTally;
import org.hilum.imaging.segmentation.NetworkCard;
import org.hilum.imaging.vocabulary.Region;

/**
 * Measures every quantity of every region, or says for each why not.
 *
 * <p>Lobes are always listed: where a fissure was not found, each quantity of the lobes beside it
 * says so. A region without voxels is not measured; a region without opacity has 0 of it, measured.
 */
public final class RegionMeasurer {
  private static final List<QuantityFamily> FAMILIES =
      List.of(new Volumes(), new Shares(), new Attenuation(), new OpacityMass(), new LesionCount());

  private final VoxelTally tally;
  private final boolean lobesKnown;
  private final OptionalDouble voxelMl;
  private final Optional<NetworkCard.Interval> interval;

  /**
   * Measures from a finished tally.
   *
   * @param voxelMl volume of a voxel; empty when the source gives no trustworthy spacing
   * @param interval how far amounts may be off; empty when that is not known
   */
  public RegionMeasurer(
      VoxelTally tally,
      boolean lobesKnown,
      OptionalDouble voxelMl,
      Optional<NetworkCard.Interval> interval) {
    this.tally = tally;
    this.lobesKnown = lobesKnown;
    this.voxelMl = voxelMl;
    this.interval = interval;
  }

  /** All regions in their order, both lungs first. */
  public List<RegionMeasurements> measure(ToLongFunction<Region> lesionCount) {
    return Arrays.stream(Region.values())
        .map(region -> measure(region, lesionCount.applyAsLong(region)))
        .toList();
  }

  private RegionMeasurements measure(Region region, long lesionCount) {
    var sums = tally.of(region);
    if (sums.voxels() == 0) {
      return notMeasured(region, isUnpartedLobe(region) ? LOBES_NOT_FOUND : REGION_EMPTY);
    }
    var totals = new RegionTotals(region, sums, voxelMl, lesionCount);
    Map<Quantity, Measurement> quantities = new EnumMap<>(Quantity.class);
    FAMILIES.forEach(family -> quantities.putAll(family.measure(totals)));
    return new RegionMeasurements(region, quantities, Intervals.of(totals, quantities, interval));
  }

  /** Whether a lobe without voxels lies in a lung of which a part was given no lobe. */
  private boolean isUnpartedLobe(Region region) {
    if (region.level() != Region.Level.LOBE) {
      return false;
    }
    long ofLobes =
        Arrays.stream(Region.values())
            .filter(
                other -> other.level() == Region.Level.LOBE && other.side().equals(region.side()))
            .mapToLong(other -> tally.of(other).voxels())
            .sum();
    return !lobesKnown || ofLobes < tally.of(Region.lung(region.side().orElseThrow())).voxels();
  }

  private static RegionMeasurements notMeasured(Region region, QuantityReason reason) {
    Map<Quantity, Measurement> quantities = new EnumMap<>(Quantity.class);
    for (var quantity : Quantity.values()) {
      quantities.put(quantity, reason.notMeasured(region.name()));
    }
    return new RegionMeasurements(region, quantities);
  }
}
