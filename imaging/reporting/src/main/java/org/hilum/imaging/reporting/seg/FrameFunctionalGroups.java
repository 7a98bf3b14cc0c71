package org.hilum.imaging.reporting.seg;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.dicom.Vr;
import org.hilum.imaging.reporting.composite.CodeItem;
import org.hilum.imaging.reporting.composite.ResultContext;
import org.hilum.imaging.reporting.composite.SourceReferences;
import org.hilum.imaging.reporting.composite.StructureCode;
import org.hilum.imaging.volume.SourceSlice;

/**
 * What each frame is: its segment, its place, its index in both dimensions and the source image it
 * was drawn on (PS3.3 C.7.6.16.2, C.8.20.3).
 */
final class FrameFunctionalGroups {

  private final ResultContext context;
  private final DataSet derivationCode = CodeItem.of(StructureCode.SEGMENTATION.concept());
  private final DataSet purpose = CodeItem.of(StructureCode.SOURCE_IMAGE_FOR_PROCESSING.concept());

  FrameFunctionalGroups(ResultContext context) {
    this.context = context;
  }

  /** One item for each frame, in the order of the pixel data. */
  List<DataSet> of(SegmentPlan plan) {
    var slices = plan.slicesUsed();
    var frames = new ArrayList<DataSet>(plan.frames());
    for (var planned : plan.segments()) {
      var identification =
          DataSet.builder().unsignedShort(Tag.REFERENCED_SEGMENT_NUMBER, planned.number()).build();
      for (int k : planned.slices()) {
        frames.add(
            DataSet.builder()
                .items(Tag.SEGMENT_IDENTIFICATION_SEQUENCE, identification)
                .items(Tag.FRAME_CONTENT_SEQUENCE, content(planned.number(), rank(slices, k)))
                .items(Tag.PLANE_POSITION_SEQUENCE, position(k))
                .items(Tag.DERIVATION_IMAGE_SEQUENCE, derivation(context.source().slices().get(k)))
                .build());
      }
    }
    return frames;
  }

  /** Index values count the positions that occur, from 1 without a gap (C.7.6.17.1). */
  private static int rank(BitSet slices, int k) {
    return slices.get(0, k + 1).cardinality();
  }

  private static DataSet content(int segmentNumber, int rank) {
    return DataSet.builder().unsignedLong(Tag.DIMENSION_INDEX_VALUES, segmentNumber, rank).build();
  }

  private DataSet position(int k) {
    var point = context.findings().volume().geometry().point(k, 0, 0);
    return DataSet.builder()
        .decimal(Tag.IMAGE_POSITION_PATIENT, point.x(), point.y(), point.z())
        .build();
  }

  private DataSet derivation(SourceSlice slice) {
    var image =
        SourceReferences.image(slice)
            .text(Tag.SPATIAL_LOCATIONS_PRESERVED, Vr.CS, "YES")
            .items(Tag.PURPOSE_OF_REFERENCE_CODE_SEQUENCE, purpose);
    return DataSet.builder()
        .items(Tag.SOURCE_IMAGE_SEQUENCE, image.build())
        .items(Tag.DERIVATION_CODE_SEQUENCE, derivationCode)
        .build();
  }
}
