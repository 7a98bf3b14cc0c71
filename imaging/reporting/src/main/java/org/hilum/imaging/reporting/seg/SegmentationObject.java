package org.hilum.imaging.reporting.seg;

import java.util.ArrayList;
import java.util.stream.IntStream;
import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.dicom.DataSetBuilder;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.dicom.Uid;
import org.hilum.imaging.dicom.Vr;
import org.hilum.imaging.reporting.ReadingFindings;
import org.hilum.imaging.reporting.ResultKind;
import org.hilum.imaging.reporting.composite.DicomText;
import org.hilum.imaging.reporting.composite.LossyCompression;
import org.hilum.imaging.reporting.composite.ResultContext;
import org.hilum.imaging.reporting.composite.ResultObject;
import org.hilum.imaging.reporting.composite.SourceReferences;

/**
 * Outlines of lungs and opacities as a binary Segmentation object (PS3.3 A.51).
 *
 * <p>Out: rows, columns, plane and frame of reference of the source; no frame without a voxel. <br>
 * Cost: one bit for each voxel of each slice a segment touches.
 */
public final class SegmentationObject {

  private SegmentationObject() {}

  /** The object; the caller has made sure of a frame of reference and of at least one voxel. */
  public static DataSet of(ResultContext context, SegmentPlan plan) {
    var object = ResultObject.begin(ResultKind.SEGMENTATION, context);
    object
        .copy(Tag.FRAME_OF_REFERENCE_UID, context.header())
        .empty(Tag.POSITION_REFERENCE_INDICATOR, Vr.LO)
        .copy(Tag.POSITION_REFERENCE_INDICATOR, context.header());
    putImage(context, plan, object);
    putSegmentation(context, plan, object);
    DimensionModule.put(context, object);
    object
        .items(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE, SharedFunctionalGroups.of(context))
        .items(
            Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE, new FrameFunctionalGroups(context).of(plan))
        .items(Tag.REFERENCED_SERIES_SEQUENCE, sourceSeries(context));
    return object.bytes(Tag.PIXEL_DATA, Vr.OB, pixels(context, plan)).build();
  }

  /** The Tracking UID of a segment, which measurements of it carry too. */
  public static Uid trackingUid(DicomSegment segment, ResultContext context) {
    return SegmentDescription.trackingUid(segment, context);
  }

  private static void putImage(ResultContext context, SegmentPlan plan, DataSetBuilder object) {
    var geometry = context.findings().volume().geometry();
    object
        .text(Tag.IMAGE_TYPE, Vr.CS, "DERIVED", "PRIMARY")
        .text(Tag.BODY_PART_EXAMINED, Vr.CS, "CHEST")
        .text(Tag.IMAGE_COMMENTS, Vr.LT, comments(plan))
        .unsignedShort(Tag.SAMPLES_PER_PIXEL, 1)
        .text(Tag.PHOTOMETRIC_INTERPRETATION, Vr.CS, "MONOCHROME2")
        .integerString(Tag.NUMBER_OF_FRAMES, plan.frames())
        .unsignedShort(Tag.ROWS, geometry.rows())
        .unsignedShort(Tag.COLUMNS, geometry.columns())
        .unsignedShort(Tag.BITS_ALLOCATED, 1)
        .unsignedShort(Tag.BITS_STORED, 1)
        .unsignedShort(Tag.HIGH_BIT, 0)
        .unsignedShort(Tag.PIXEL_REPRESENTATION, 0);
    LossyCompression.put(context.header(), object);
  }

  private static void putSegmentation(
      ResultContext context, SegmentPlan plan, DataSetBuilder object) {
    var segments =
        plan.segments().stream().map(planned -> SegmentDescription.of(planned, context)).toList();
    object
        .text(Tag.SEGMENTATION_TYPE, Vr.CS, "BINARY")
        .items(Tag.SEGMENT_SEQUENCE, segments)
        .text(Tag.SEGMENTS_OVERLAP, Vr.CS, overlap(plan))
        .text(Tag.CONTENT_LABEL, Vr.CS, "LUNGS_OPACITIES")
        .text(Tag.CONTENT_DESCRIPTION, Vr.LO, "Lungs, lobes and opacities outlined by Hilum")
        .empty(Tag.CONTENT_CREATOR_NAME, Vr.PN);
  }

  /** Opacities and lobes lie inside the lungs; parts of one kind are apart. */
  private static String overlap(SegmentPlan plan) {
    var kinds = plan.segments().stream().map(planned -> planned.segment().kind()).distinct();
    return kinds.count() > 1 ? "YES" : "NO";
  }

  private static String comments(SegmentPlan plan) {
    var sentences = new ArrayList<String>();
    sentences.add(ReadingFindings.NOT_A_MEDICAL_DEVICE);
    sentences.addAll(plan.absences());
    return DicomText.fitted(String.join(" ", sentences), DicomText.LONG_TEXT);
  }

  private static DataSet sourceSeries(ResultContext context) {
    return DataSet.builder()
        .uid(Tag.SERIES_INSTANCE_UID, SourceReferences.seriesInstanceUid(context))
        .items(Tag.REFERENCED_INSTANCE_SEQUENCE, SourceReferences.instances(context.source()))
        .build();
  }

  private static byte[] pixels(ResultContext context, SegmentPlan plan) {
    var chest = context.findings().segmentation();
    var bits = new FrameBits(plan.frames(), context.findings().volume().geometry().sliceSize());
    int first = 0;
    for (var planned : plan.segments()) {
      var labels = planned.segment().raster(chest).orElseThrow().labels();
      var slices = planned.slices();
      int from = first;
      var frames = IntStream.range(0, slices.size());
      (bits.areApart() ? frames.parallel() : frames)
          .forEach(n -> bits.put(from + n, labels[slices.get(n)], planned.segment().value()));
      first += slices.size();
    }
    return bits.bytes();
  }
}
