package org.hilum.imaging.quantification.region;

import java.util.Map;
import org.hilum.imaging.quantification.Measurement;
import org.hilum.imaging.quantification.Quantity;

/** Measures quantities that belong together, of a region that has at least one voxel. */
interface QuantityFamily {
  Map<Quantity, Measurement> measure(RegionTotals totals);
}
