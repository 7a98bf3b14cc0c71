package org.hilum.imaging.dicom;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * The masks of a Segmentation object: which segments there are, and frame by frame where each lies
 * in the patient.
 *
 * @param frameOfReferenceUid what the positions are told in; empty when the object does not say
 * @param segments by ascending number
 * @param frames in the order of the object; a place without a frame has nothing of the segment
 */
public record StoredSegmentation(
    Optional<Uid> frameOfReferenceUid, List<Segment> segments, List<Frame> frames) {

  public StoredSegmentation {
    segments = List.copyOf(segments);
    frames = List.copyOf(frames);
  }

  /** A code as DICOM writes it: value, scheme and meaning. */
  public record CodedWord(String value, String scheme, String meaning) {}

  /**
   * What a segment stands for.
   *
   * @param number Segment Number (0062,0004)
   * @param label Segment Label (0062,0005)
   * @param type Segmented Property Type; empty when the object does not say
   * @param typeModifiers for example the side of the patient
   * @param regions Anatomic Region
   */
  public record Segment(
      int number,
      String label,
      Optional<CodedWord> type,
      List<CodedWord> typeModifiers,
      List<CodedWord> regions) {
    public Segment {
      typeModifiers = List.copyOf(typeModifiers);
      regions = List.copyOf(regions);
    }
  }

  /**
   * A segment's part of one plane.
   *
   * <p>The centre of pixel (row, column) lies at {@code positionMm + column x columnSpacingMm x
   * orientation[0..2] + row x rowSpacingMm x orientation[3..5]}, in LPS millimetres (PS3.3
   * C.7.6.2.1.1).
   *
   * @param positionMm centre of the first pixel: x, y, z
   * @param orientation direction of a row (along which columns grow), then of a column
   * @param rowSpacingMm between rows
   * @param columnSpacingMm between columns
   * @param inside pixels of the segment, {@code row * columns + column}; not to be changed
   */
  public record Frame(
      int segmentNumber,
      double[] positionMm,
      double[] orientation,
      double rowSpacingMm,
      double columnSpacingMm,
      int rows,
      int columns,
      BitSet inside) {

    public Frame {
      if (positionMm.length != 3 || orientation.length != 6) {
        throw new IllegalArgumentException("a plane has a position and two directions");
      }
      if (!(rowSpacingMm > 0) || !(columnSpacingMm > 0)) {
        throw new IllegalArgumentException("pixels have a size");
      }
      if (inside.length() > rows * columns) {
        throw new IllegalArgumentException("a frame has rows x columns pixels");
      }
    }
  }
}
