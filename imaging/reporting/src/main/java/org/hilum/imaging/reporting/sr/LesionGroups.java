package org.hilum.imaging.reporting.sr;

import static org.hilum.imaging.reporting.sr.Relationship.CONTAINS;
import static org.hilum.imaging.reporting.sr.Relationship.HAS_CONCEPT_MOD;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hilum.imaging.quantification.ChestMeasurements;
import org.hilum.imaging.quantification.Lesion;
import org.hilum.imaging.reporting.ReportingReason;
import org.hilum.imaging.reporting.composite.ResultContext;
import org.hilum.imaging.reporting.composite.SourceReferences;
import org.hilum.imaging.reporting.composite.StructureCode;
import org.hilum.imaging.vocabulary.Code;
import org.hilum.imaging.vocabulary.CodedSite;
import org.hilum.imaging.vocabulary.Reason;
import org.hilum.imaging.vocabulary.Region;

/**
 * What was measured of each of the largest lesions, after TID 1411.
 *
 * <p>A lesion has no segment of its own, and the segment of its kind holds other lesions too; so
 * its place is given by its centre in the patient and by the source image where it is largest.
 */
final class LesionGroups {

  /** How many lesions are listed one by one; a diffuse disease has hundreds of small ones. */
  static final int MOST = 20;

  private LesionGroups() {}

  static List<ContentItem> of(ResultContext context) {
    return context.findings().measurements().lesions().stream()
        .limit(MOST)
        .map(lesion -> of(lesion, context))
        .toList();
  }

  /** That there are more lesions than are listed. */
  static Optional<Reason> leftOut(ChestMeasurements measurements) {
    int more = measurements.lesions().size() - MOST;
    return more <= 0
        ? Optional.empty()
        : Optional.of(
            Reason.of(
                ReportingReason.LESIONS_LEFT_OUT,
                "The "
                    + MOST
                    + " largest lesions are listed one by one; "
                    + more
                    + " smaller ones are in reading.json and in the totals."));
  }

  private static ContentItem of(Lesion lesion, ResultContext context) {
    var keyImage = context.source().slices().get(lesion.keySlice());
    return new MeasurementGroup(
            "Lesion " + lesion.number(),
            context.identity().trackingUid(lesion),
            Code.of(lesion.kind()).concept())
        .of(Roi.centred(lesion.centre(), context), context)
        .with(
            ContentItem.image(
                StructureCode.ILLUSTRATION_OF_ROI.concept(),
                SourceReferences.image(keyImage).build()),
            MeasurementGroup.site(CodedSite.of(lesion.region())),
            depth(lesion))
        .with(numbers(lesion));
  }

  /** Near the pleura or not, as a modifier of the lung the lesion lies in. */
  private static ContentItem depth(Lesion lesion) {
    var side = lesion.region().side();
    var site = CodedSite.of(side.map(Region::lung).orElse(Region.LUNGS));
    return MeasurementGroup.site(site)
        .with(
            ContentItem.code(
                HAS_CONCEPT_MOD,
                StructureCode.TOPOGRAPHICAL_MODIFIER.concept(),
                (lesion.subpleural() ? Code.SUBPLEURAL : Code.CENTRAL).concept()));
  }

  private static List<ContentItem> numbers(Lesion lesion) {
    var numbers = new ArrayList<ContentItem>();
    numbers.addAll(ReportedQuantity.of(Code.VOLUME, lesion.volumeMl(), Code.MILLILITRE));
    numbers.addAll(ReportedQuantity.of(Code.MASS, lesion.massG(), Code.GRAM));
    numbers.add(
        ContentItem.number(
            CONTAINS,
            Code.MEAN_ATTENUATION.concept(),
            lesion.meanHu(),
            Code.HOUNSFIELD_UNIT.concept()));
    return numbers;
  }
}
