package org.hilum.imaging.reporting.sr;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.hilum.imaging.quantification.Quantity;
import org.hilum.imaging.reporting.composite.StructureCode;
import org.hilum.imaging.reporting.seg.DicomSegment;
import org.hilum.imaging.reporting.seg.SegmentationObject;
import org.hilum.imaging.vocabulary.Code;
import org.hilum.imaging.vocabulary.CodedSite;
import org.hilum.imaging.vocabulary.Region;

/** What was measured of each part of the lungs; a lung or lobe refers to its segment. */
final class RegionGroups {

  /** Of both lungs together; the opacity in them has its own group. */
  private static final Set<Quantity> OF_BOTH_LUNGS =
      EnumSet.of(Quantity.VOLUME, Quantity.MEAN_HU, Quantity.SD_HU);

  /**
   * Of a lobe or zone; the rest is in reading.json. A report stays short enough for validators that
   * load a dictionary for each number.
   */
  private static final Set<Quantity> OF_A_PART =
      EnumSet.of(
          Quantity.VOLUME,
          Quantity.OPACITY_VOLUME,
          Quantity.OPACITY_PERCENT,
          Quantity.GROUND_GLASS_PERCENT,
          Quantity.CONSOLIDATION_PERCENT);

  private RegionGroups() {}

  /** A group for each region of which anything was measured. */
  static List<ContentItem> of(ReportScope scope) {
    var groups = new ArrayList<ContentItem>();
    for (var measured : scope.context().findings().measurements().regions()) {
      var numbers = ReportedQuantity.of(measured, quantities(measured.region()));
      if (!numbers.isEmpty()) {
        groups.add(begun(measured.region(), scope).with(numbers));
      }
    }
    return groups;
  }

  private static Set<Quantity> quantities(Region region) {
    return switch (region.level()) {
      case BOTH -> OF_BOTH_LUNGS;
      case LUNG -> EnumSet.allOf(Quantity.class);
      case LOBE, ZONE -> OF_A_PART;
    };
  }

  private static ContentItem begun(Region region, ReportScope scope) {
    var context = scope.context();
    var site = CodedSite.of(region);
    var trackingUid =
        DicomSegment.of(region)
            .map(segment -> SegmentationObject.trackingUid(segment, context))
            .orElseGet(() -> context.identity().uid("region " + region.name()));
    return new MeasurementGroup(words(region), trackingUid, site.structure())
        .of(scope.of(region), context)
        .with(scope.outlines(region) ? List.of() : method(region))
        .with(MeasurementGroup.site(site));
  }

  /**
   * That a lobe or zone without a segment of its own is only a part of the segment the group refers
   * to.
   */
  private static List<ContentItem> method(Region region) {
    return switch (region.level()) {
      case BOTH, LUNG -> List.of();
      case LOBE -> List.of(method(StructureCode.LOBE_OF_LUNG));
      case ZONE -> List.of(method(StructureCode.THIRDS_OF_LUNG_HEIGHT));
    };
  }

  private static ContentItem method(StructureCode part) {
    return ContentItem.code(
        Relationship.HAS_CONCEPT_MOD, Code.MEASUREMENT_METHOD.concept(), part.concept());
  }

  /** The region in words: lobes keep their abbreviation. */
  static String words(Region region) {
    if (region.level() == Region.Level.LOBE) {
      return region.name();
    }
    var words = region.name().replace('_', ' ').toLowerCase(Locale.ROOT);
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
