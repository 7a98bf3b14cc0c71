package org.hilum.imaging.reporting.sr;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hilum.imaging.quantification.Quantity;
import org.hilum.imaging.reporting.composite.ResultContext;
import org.hilum.imaging.reporting.seg.DicomSegment;
import org.hilum.imaging.reporting.seg.SegmentationObject;
import org.hilum.imaging.vocabulary.Code;
import org.hilum.imaging.vocabulary.CodedSite;
import org.hilum.imaging.vocabulary.Region;

/** How much opacity the lungs hold: all of it, and of each kind with its segment. */
final class OpacityGroups {

  private static final List<Quantity> SHARES =
      List.of(Quantity.OPACITY_PERCENT, Quantity.HIGH_OPACITY_PERCENT);

  private OpacityGroups() {}

  static List<ContentItem> of(ReportScope scope) {
    var groups = new ArrayList<ContentItem>();
    all(scope).ifPresent(groups::add);
    for (var segment : List.of(DicomSegment.GROUND_GLASS, DicomSegment.CONSOLIDATION)) {
      if (scope.segment(segment) instanceof Roi.Segment written) {
        ofKind(segment, written, scope.context()).ifPresent(groups::add);
      }
    }
    return groups;
  }

  private static Optional<ContentItem> all(ReportScope scope) {
    var context = scope.context();
    var lungs = context.findings().measurements().of(Region.LUNGS);
    var numbers = new ArrayList<ContentItem>();
    numbers.addAll(
        ReportedQuantity.of(Code.VOLUME, lungs.of(Quantity.OPACITY_VOLUME), Code.MILLILITRE));
    numbers.addAll(ReportedQuantity.of(lungs, SHARES));
    numbers.addAll(ReportedQuantity.of(Code.MASS, lungs.of(Quantity.OPACITY_MASS), Code.GRAM));
    numbers.addAll(ReportedQuantity.of(lungs, List.of(Quantity.LESION_COUNT)));
    return numbers.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new MeasurementGroup(
                    "Opacity", context.identity().uid("opacity"), Code.OPACITY.concept())
                .of(scope.bothLungs(), context)
                .with(MeasurementGroup.site(CodedSite.of(Region.LUNGS)))
                .with(numbers));
  }

  private static Optional<ContentItem> ofKind(
      DicomSegment segment, Roi.Segment written, ResultContext context) {
    var lungs = context.findings().measurements().of(Region.LUNGS);
    boolean groundGlass = segment == DicomSegment.GROUND_GLASS;
    var numbers = new ArrayList<ContentItem>();
    numbers.addAll(
        ReportedQuantity.of(
            Code.VOLUME,
            lungs.of(groundGlass ? Quantity.GROUND_GLASS_VOLUME : Quantity.CONSOLIDATION_VOLUME),
            Code.MILLILITRE));
    numbers.addAll(
        ReportedQuantity.of(
            lungs,
            List.of(groundGlass ? Quantity.GROUND_GLASS_PERCENT : Quantity.CONSOLIDATION_PERCENT)));
    return numbers.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new MeasurementGroup(
                    segment.label(),
                    SegmentationObject.trackingUid(segment, context),
                    segment.type())
                .of(written, context)
                .with(MeasurementGroup.site(CodedSite.of(Region.LUNGS)))
                .with(numbers));
  }
}
