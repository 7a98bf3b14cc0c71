package org.hilum.imaging.quantification.region;

import static org.hilum.imaging.quantification.QuantityReason.KIND_UNDETERMINED;
import static org.hilum.imaging.quantification.QuantityReason.SPACING_UNKNOWN;

import java.util.Map;
import org.hilum.imaging.quantification.Measurement;
import org.hilum.imaging.quantification.Quantity;

/**
 * How many millilitres the region and its opacity fill.
 *
 * <p>Out: voxels times the volume of a voxel, in mL. Without trustworthy spacing nothing is
 * measured; where the kind of some opacity is not known, ground-glass and consolidation are not.
 */
final class Volumes implements QuantityFamily {

  @Override
  public Map<Quantity, Measurement> measure(RegionTotals totals) {
    var sums = totals.sums();
    return Map.of(
        Quantity.VOLUME, inMl(totals, sums.voxels()),
        Quantity.OPACITY_VOLUME, inMl(totals, sums.opacity()),
        Quantity.GROUND_GLASS_VOLUME, ofKind(totals, sums.groundGlass()),
        Quantity.CONSOLIDATION_VOLUME, ofKind(totals, sums.consolidation()));
  }

  private static Measurement ofKind(RegionTotals totals, long voxels) {
    return totals.sums().undetermined() > 0
        ? KIND_UNDETERMINED.notMeasured(totals.region().name())
        : inMl(totals, voxels);
  }

  private static Measurement inMl(RegionTotals totals, long voxels) {
    return totals.voxelMl().isPresent()
        ? new Measurement.Measured(voxels * totals.voxelMl().getAsDouble())
        : SPACING_UNKNOWN.notMeasured(totals.region().name());
  }
}
