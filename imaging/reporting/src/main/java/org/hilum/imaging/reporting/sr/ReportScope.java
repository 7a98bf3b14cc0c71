package org.hilum.imaging.reporting.sr;

import java.util.Optional;
import java.util.stream.IntStream;
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

  /** Whether a segment outlines exactly this region. */
  boolean outlines(Region region) {
    return DicomSegment.of(region)
        .map(this::segment)
        .filter(Roi.Segment.class::isInstance)
        .isPresent();
  }

  /** A region of the lungs: its segment, else that of its lung, else within both lungs. */
  Roi of(Region region) {
    if (outlines(region)) {
      return segment(DicomSegment.of(region).orElseThrow());
    }
    var lung = region.side().map(DicomSegment::lung).map(this::segment);
    return lung.filter(roi -> roi instanceof Roi.Segment).orElseGet(this::bothLungs);
  }

  private static Optional<PatientPoint> centre(LabelRaster mask) {
    var sums =
        IntStream.range(0, mask.labels().length)
            .parallel()
            .mapToObj(k -> sums(mask, k))
            .reduce(new double[4], ReportScope::added);
    double count = sums[0];
    return count == 0
        ? Optional.empty()
        : Optional.of(mask.geometry().point(sums[1] / count, sums[2] / count, sums[3] / count));
  }

  /** Number of voxels with a label in a slice, and the sums of their indices k, j and i. */
  private static double[] sums(LabelRaster mask, int k) {
    var labels = mask.labels()[k];
    int columns = mask.geometry().columns();
    long count = 0;
    long rows = 0;
    long across = 0;
    for (int j = 0, voxel = 0; j < mask.geometry().rows(); j++) {
      long inRow = 0;
      for (int i = 0; i < columns; i++, voxel++) {
        if (labels[voxel] != 0) {
          inRow++;
          across += i;
        }
      }
      count += inRow;
      rows += j * inRow;
    }
    return new double[] {count, (double) k * count, rows, across};
  }

  private static double[] added(double[] one, double[] other) {
    var sum = new double[one.length];
    for (int n = 0; n < sum.length; n++) {
      sum[n] = one[n] + other[n];
    }
    return sum;
  }
}
