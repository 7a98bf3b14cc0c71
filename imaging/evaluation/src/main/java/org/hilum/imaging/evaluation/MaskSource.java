package org.hilum.imaging.evaluation;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.hilum.imaging.vocabulary.Side;

/**
 * Which file a reference mask is read from, and which of its segments are meant.
 *
 * @param file NIfTI or DICOM SEG
 * @param segments of a SEG; empty when its codes shall tell
 */
public record MaskSource(Path file, List<SegmentChoice> segments) {

  public MaskSource {
    segments = List.copyOf(segments);
  }

  /**
   * One segment of a SEG.
   *
   * @param number Segment Number
   * @param side of the patient, where the manifest says so
   */
  public record SegmentChoice(int number, Optional<Side> side) {}
}
