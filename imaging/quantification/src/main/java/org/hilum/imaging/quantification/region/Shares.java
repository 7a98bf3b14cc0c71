package org.hilum.imaging.quantification.region;

import static org.hilum.imaging.quantification.QuantityReason.KIND_UNDETERMINED;

import java.util.Map;
import org.hilum.imaging.quantification.Measurement;
import org.hilum.imaging.quantification.Quantity;

/**
 * What percentage of the region is opaque.
 *
 * <p>Out: voxels over the voxels of the region, 0 to 100; needs no spacing. Where the kind of some
 * opacity is not known, ground-glass and consolidation are not measured.
 */
final class Shares implements QuantityFamily {

  @Override
  public Map<Quantity, Measurement> measure(RegionTotals totals) {
    var sums = totals.sums();
    return Map.of(
        Quantity.OPACITY_PERCENT, percent(totals, sums.opacity()),
        Quantity.GROUND_GLASS_PERCENT, ofKind(totals, sums.groundGlass()),
        Quantity.CONSOLIDATION_PERCENT, ofKind(totals, sums.consolidation()),
        Quantity.HIGH_OPACITY_PERCENT, percent(totals, sums.highOpacity()));
  }

  private static Measurement ofKind(RegionTotals totals, long voxels) {
    return totals.sums().undetermined() > 0
        ? KIND_UNDETERMINED.notMeasured(totals.region().name())
        : percent(totals, voxels);
  }

  private static Measurement percent(RegionTotals totals, long voxels) {
    return new Measurement.Measured(100.0 * voxels / totals.sums().voxels());
  }
}
