package org.hilum.imaging.segmentation;

import java.util.List;
import org.hilum.imaging.vocabulary.Reason;

/** What came of segmenting a volume. */
public sealed interface SegmentationResult {

  /** Lungs were found. */
  record Segmented(ChestSegmentation segmentation) implements SegmentationResult {}

  /** No chest can be read from this volume. */
  record SegmentationRefused(List<Reason> reasons) implements SegmentationResult {
    public SegmentationRefused {
      reasons = List.copyOf(reasons);
    }
  }
}
