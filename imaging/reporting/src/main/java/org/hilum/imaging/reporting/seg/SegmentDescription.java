package org.hilum.imaging.reporting.seg;

import java.util.List;
import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.dicom.DataSetBuilder;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.dicom.Uid;
import org.hilum.imaging.dicom.Vr;
import org.hilum.imaging.reporting.ReadingFindings;
import org.hilum.imaging.reporting.composite.CodeItem;
import org.hilum.imaging.reporting.composite.DicomText;
import org.hilum.imaging.reporting.composite.ResultContext;
import org.hilum.imaging.vocabulary.Code;

/** What a segment is and what made it: an item of Segment Sequence (PS3.3 table C.8.20-4). */
final class SegmentDescription {

  private SegmentDescription() {}

  static DataSet of(SegmentPlan.Planned planned, ResultContext context) {
    var segment = planned.segment();
    var item =
        DataSet.builder()
            .unsignedShort(Tag.SEGMENT_NUMBER, planned.number())
            .text(Tag.SEGMENT_LABEL, Vr.LO, segment.label())
            .text(Tag.SEGMENT_DESCRIPTION, Vr.ST, ReadingFindings.NOT_A_MEDICAL_DEVICE)
            .items(Tag.SEGMENTED_PROPERTY_CATEGORY_CODE_SEQUENCE, CodeItem.of(segment.category()))
            .items(Tag.SEGMENTED_PROPERTY_TYPE_CODE_SEQUENCE, typeOf(segment))
            .text(Tag.TRACKING_ID, Vr.UT, segment.label())
            .uid(Tag.TRACKING_UID, trackingUid(segment, context));
    if (segment.kind() == DicomSegment.Kind.OPACITY) {
      item.items(Tag.ANATOMIC_REGION_SEQUENCE, CodeItem.of(Code.LUNG));
    }
    var colour = CieLab.ofRgb(segment.rgb());
    item.unsignedShort(
        Tag.RECOMMENDED_DISPLAY_CIE_LAB_VALUE, colour.lightness(), colour.a(), colour.b());
    boolean isCorrected =
        segment.kind() == DicomSegment.Kind.OPACITY && context.findings().correction().isPresent();
    putAlgorithm(
        isCorrected ? "SEMIAUTOMATIC" : "AUTOMATIC",
        SegmentationAlgorithm.of(segment, context.findings()),
        item);
    return item.build();
  }

  /** The Tracking UID of a segment, which measurements of it carry too. */
  static Uid trackingUid(DicomSegment segment, ResultContext context) {
    return context.identity().uid("segment " + segment.name());
  }

  private static DataSet typeOf(DicomSegment segment) {
    var type = CodeItem.of(segment.type()).toBuilder();
    segment
        .laterality()
        .ifPresent(
            side ->
                type.items(Tag.SEGMENTED_PROPERTY_TYPE_MODIFIER_CODE_SEQUENCE, CodeItem.of(side)));
    return type.build();
  }

  private static void putAlgorithm(
      String type, List<SegmentationAlgorithm> algorithms, DataSetBuilder item) {
    var names = algorithms.stream().map(SegmentationAlgorithm::name).toList();
    item.text(Tag.SEGMENT_ALGORITHM_TYPE, Vr.CS, type)
        .text(
            Tag.SEGMENT_ALGORITHM_NAME,
            Vr.LO,
            DicomText.fitted(String.join(", ", names), DicomText.LONG_STRING))
        .items(Tag.SEGMENTATION_ALGORITHM_IDENTIFICATION_SEQUENCE, items(algorithms));
  }

  private static List<DataSet> items(List<SegmentationAlgorithm> algorithms) {
    return algorithms.stream().map(SegmentationAlgorithm::item).toList();
  }
}
