package org.hilum.imaging.dicom;

import java.util.List;
import org.hilum.imaging.vocabulary.Reason;

/** What came of reading the masks of a Segmentation object. */
public sealed interface SegmentationParse {

  /** The masks. */
  record Read(StoredSegmentation segmentation) implements SegmentationParse {}

  /** Why there are none. */
  record Refused(List<Reason> reasons) implements SegmentationParse {
    public Refused {
      reasons = List.copyOf(reasons);
      if (reasons.isEmpty()) {
        throw new IllegalArgumentException("a refusal says why");
      }
    }
  }
}
