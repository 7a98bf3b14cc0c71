package org.hilum.imaging.quantification.region;

import static org.hilum.imaging.quantification.QuantityReason.SPACING_UNKNOWN;

import java.util.Map;
import org.hilum.imaging.quantification.Measurement;
import org.hilum.imaging.quantification.Quantity;

/**
 * How much the opacity of the region weighs.
 *
 * <p>Out: grams, sum over opacity voxels of volume in mL x (HU + 1000) / 1000, no voxel below 0.
 */
final class OpacityMass implements QuantityFamily {

  /** Grams per millilitre of water, at HU + 1000 = 1000. */
  private static final double WATER = 1000;

  @Override
  public Map<Quantity, Measurement> measure(RegionTotals totals) {
    return Map.of(
        Quantity.OPACITY_MASS,
        totals.voxelMl().isPresent()
            ? new Measurement.Measured(
                totals.sums().opacityMass() * totals.voxelMl().getAsDouble() / WATER)
            : SPACING_UNKNOWN.notMeasured(totals.region().name()));
  }
}
