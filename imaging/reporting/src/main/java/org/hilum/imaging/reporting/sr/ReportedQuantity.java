package org.hilum.imaging.reporting.sr;

import java.util.ArrayList;
import java.util.List;
import org.hilum.imaging.quantification.Interval;
import org.hilum.imaging.quantification.Measurement;
import org.hilum.imaging.quantification.Quantity;
import org.hilum.imaging.quantification.RegionMeasurements;
import org.hilum.imaging.vocabulary.Code;
import org.hilum.imaging.vocabulary.CodedConcept;

/** Which numbers are reported: those that were measured; what was not measured has no number. */
final class ReportedQuantity {

  private ReportedQuantity() {}

  /** The measured ones of some quantities of a region. */
  static List<ContentItem> of(RegionMeasurements region, Iterable<Quantity> quantities) {
    var items = new ArrayList<ContentItem>();
    for (var quantity : quantities) {
      var numbers = of(quantity.concept(), region.of(quantity), quantity.unit());
      numbers.forEach(number -> number.with(uncertainty(region, quantity)));
      items.addAll(numbers);
    }
    return items;
  }

  /** How far the true value may lie below and above, where that is known (TID 310, CID 225). */
  private static List<ContentItem> uncertainty(RegionMeasurements region, Quantity quantity) {
    var value = region.of(quantity).number();
    return value.isPresent()
            && region.interval(quantity) instanceof Interval.Between(double lowest, double highest)
        ? List.of(
            ContentItem.number(
                Relationship.HAS_PROPERTIES,
                Code.UPPER_UNCERTAINTY.concept(),
                highest - value.getAsDouble(),
                quantity.unit()),
            ContentItem.number(
                Relationship.HAS_PROPERTIES,
                Code.LOWER_UNCERTAINTY.concept(),
                value.getAsDouble() - lowest,
                quantity.unit()))
        : List.of();
  }

  /** A measurement under a name; nothing when it was not measured. */
  static List<ContentItem> of(Code name, Measurement measurement, Code unit) {
    return of(name.concept(), measurement, unit.concept());
  }

  private static List<ContentItem> of(
      CodedConcept name, Measurement measurement, CodedConcept unit) {
    return switch (measurement) {
      case Measurement.Measured measured ->
          List.of(ContentItem.number(Relationship.CONTAINS, name, measured.value(), unit));
      case Measurement.NotMeasured _ -> List.of();
    };
  }
}
