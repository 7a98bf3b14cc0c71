package org.hilum.imaging.dicom;

import java.util.List;
import java.util.Optional;

/**
 * Where each frame of a segmentation lies and which segment it shows, from the functional groups:
 * what a frame does not say itself holds for all frames (PS3.3 C.7.6.16).
 */
record SegmentPlanes(Optional<DataSet> shared, List<DataSet> perFrame) {

  private static final double[] NONE = {};

  /**
   * The plane of a frame.
   *
   * @param segmentNumber 0 where the pixels themselves say it (label maps)
   */
  record Plane(
      int segmentNumber,
      double[] positionMm,
      double[] orientation,
      double rowSpacingMm,
      double columnSpacingMm) {}

  static SegmentPlanes of(DataSet dataSet) {
    return new SegmentPlanes(
        dataSet.item(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE),
        dataSet.items(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE));
  }

  Plane plane(int frame) {
    var position = values(frame, Tag.PLANE_POSITION_SEQUENCE, Tag.IMAGE_POSITION_PATIENT, 3);
    var orientation =
        values(frame, Tag.PLANE_ORIENTATION_SEQUENCE, Tag.IMAGE_ORIENTATION_PATIENT, 6);
    var spacing = values(frame, Tag.PIXEL_MEASURES_SEQUENCE, Tag.PIXEL_SPACING, 2);
    if (!(spacing[0] > 0) || !(spacing[1] > 0)) {
      throw SegmentationReader.unusable("pixel spacing is not positive", Tag.PIXEL_SPACING);
    }
    int segment =
        group(frame, Tag.SEGMENT_IDENTIFICATION_SEQUENCE)
            .map(item -> item.integer(Tag.REFERENCED_SEGMENT_NUMBER).orElse(0))
            .orElse(0);
    return new Plane(segment, position, orientation, spacing[0], spacing[1]);
  }

  private double[] values(int frame, int sequence, int tag, int count) {
    var values = group(frame, sequence).map(item -> item.numbers(tag)).orElse(NONE);
    if (values.length != count) {
      throw SegmentationReader.unusable(
          "frame " + (frame + 1) + " has no plane in the patient", tag);
    }
    return values;
  }

  private Optional<DataSet> group(int frame, int sequence) {
    var own =
        frame < perFrame.size() ? perFrame.get(frame).item(sequence) : Optional.<DataSet>empty();
    return own.or(() -> shared.flatMap(all -> all.item(sequence)));
  }
}
