package org.hilum.imaging.quantification;

import java.util.EnumMap;
import java.util.Map;
import org.hilum.imaging.vocabulary.Reason;
import org.hilum.imaging.vocabulary.Region;

/**
 * All quantities of one region: every {@link Quantity} is there, measured or not.
 *
 * @param intervals of the quantities whose error was measured on patients
 */
public record RegionMeasurements(
    Region region, Map<Quantity, Measurement> quantities, Map<Quantity, Interval> intervals) {

  public RegionMeasurements {
    quantities = Map.copyOf(new EnumMap<>(quantities));
    intervals = Map.copyOf(intervals);
    if (quantities.size() != Quantity.values().length) {
      throw new IllegalArgumentException("every quantity is measured or says why not");
    }
  }

  /** Quantities of which no interval is known. */
  public RegionMeasurements(Region region, Map<Quantity, Measurement> quantities) {
    this(region, quantities, Map.of());
  }

  /** One quantity. */
  public Measurement of(Quantity quantity) {
    return java.util.Objects.requireNonNull(quantities.get(quantity));
  }

  /** How far one quantity may be off. */
  public Interval interval(Quantity quantity) {
    var known = intervals.get(quantity);
    if (known != null) {
      return known;
    }
    return switch (of(quantity)) {
      case Measurement.NotMeasured(Reason reason) -> new Interval.NotMeasured(reason);
      case Measurement.Measured _ ->
          new Interval.NotMeasured(
              new Reason(
                  QuantityReason.INTERVAL_NOT_STATED,
                  QuantityReason.INTERVAL_NOT_STATED.meaning(),
                  region.name()));
    };
  }
}
