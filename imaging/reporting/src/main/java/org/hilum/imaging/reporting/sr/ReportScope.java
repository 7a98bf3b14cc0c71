package org.hilum.imaging.reporting.sr;

import java.util.Optional;
import org.hilum.imaging.reporting.composite.ResultContext;
import org.hilum.imaging.reporting.seg.DicomSegment;
import org.hilum.imaging.reporting.seg.SegmentPlan;
import org.hilum.imaging.vocabulary.Region;
import org.hilum.imaging.volume.LabelRaster;
import org.hilum.imaging.volume.PatientPoint;

/**
 * What a report can refer to: the reading, the segments that are written, the middle of the lungs.
 *
 * @param plan empty when no segmentation object is written
 * @param lungCentre mean position of the lungs' voxels; empty when there is none
 */
record ReportScope(
    ResultContext context, Optional<SegmentPlan> plan, Optional<PatientPoint> lungCentre) {

  static ReportScope of(ResultContext context, Optional<SegmentPlan> plan) {
    return new ReportScope(context, plan, centre(context.findings().segmentation().lungs()));
  }

  /** The region of a segment. */
  Roi segment(DicomSegment segment) {
    return Roi.ofSegment(plan.flatMap(segments -> segments.numberOf(segment)));
  }

  /** Both lungs together, which no single segment outlines. */
  Roi bothLungs() {
    return lungCentre.map(point -> Roi.centred(point, context)).orElseGet(Roi.InWords::new);
  }

  /** A region of the lungs: within the segment of its side, else within both lungs. */
  Roi of(Region region) {
    var lung = region.side().map(DicomSegment::lung).map(this::segment);
    return lung.filter(roi -> roi instanceof Roi.Segment).orElseGet(this::bothLungs);
  }

  private static Optional<PatientPoint> centre(LabelRaster mask) {
    long count = 0;
    double k = 0;
    double j = 0;
    double i = 0;
    int columns = mask.geometry().columns();
    for (int slice = 0; slice < mask.labels().length; slice++) {
      var labels = mask.labels()[slice];
      for (int voxel = 0; voxel < labels.length; voxel++) {
        if (labels[voxel] != 0) {
          count++;
          k += slice;
          j += voxel / columns;
          i += voxel % columns;
        }
      }
    }
    return count == 0
        ? Optional.empty()
        : Optional.of(mask.geometry().point(k / count, j / count, i / count));
  }
}
