package org.hilum.imaging.quantification;

import java.util.EnumMap;
import java.util.Map;
import org.hilum.imaging.vocabulary.Region;

/** All quantities of one region: every {@link Quantity} is there, measured or not. */
public record RegionMeasurements(Region region, Map<Quantity, Measurement> quantities) {

  public RegionMeasurements {
    quantities = Map.copyOf(new EnumMap<>(quantities));
    if (quantities.size() != Quantity.values().length) {
      throw new IllegalArgumentException("every quantity is measured or says why not");
    }
  }

  /** One quantity. */
  public Measurement of(Quantity quantity) {
    return java.util.Objects.requireNonNull(quantities.get(quantity));
  }
}
