package org.hilum.imaging.quantification.region;

import java.util.Map;
import org.hilum.imaging.quantification.Measurement;
import org.hilum.imaging.quantification.Quantity;

/** How many lesions lie mostly in the region. */
final class LesionCount implements QuantityFamily {

  @Override
  public Map<Quantity, Measurement> measure(RegionTotals totals) {
    return Map.of(Quantity.LESION_COUNT, new Measurement.Measured(totals.lesions()));
  }
}
