package org.hilum.imaging.quantification.region;

import java.util.Map;
import org.hilum.imaging.quantification.Measurement;
import org.hilum.imaging.quantification.Quantity;

/**
 * How dense the region is.
 *
 * <p>Out: mean and standard deviation of all its voxels in HU, opacity included; the deviation is
 * that of the voxels themselves (divided by n).
 */
final class Attenuation implements QuantityFamily {

  @Override
  public Map<Quantity, Measurement> measure(RegionTotals totals) {
    double voxels = totals.sums().voxels();
    double mean = totals.sums().hu() / voxels;
    double variance = Math.max(0, totals.sums().huSquared() / voxels - mean * mean);
    return Map.of(
        Quantity.MEAN_HU, new Measurement.Measured(mean),
        Quantity.SD_HU, new Measurement.Measured(Math.sqrt(variance)));
  }
}
