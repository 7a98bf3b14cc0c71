package org.hilum.imaging.reporting.sr;

import java.util.ArrayList;
import java.util.List;
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
      items.addAll(of(quantity.concept(), region.of(quantity), quantity.unit()));
    }
    return items;
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
