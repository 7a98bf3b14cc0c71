package org.hilum.imaging.volume;

import java.util.List;
import org.hilum.imaging.vocabulary.Reason;

/** What came of reading a mask: its labels, or all reasons why not. */
public sealed interface LabelResult {

  /** The labels, in the order of the file. */
  record LabelsRead(LabelRaster labels) implements LabelResult {}

  /** No mask can be trusted from this input. */
  record LabelsRefused(List<Reason> reasons) implements LabelResult {
    public LabelsRefused {
      reasons = List.copyOf(reasons);
      if (reasons.isEmpty()) {
        throw new IllegalArgumentException("a refusal says why");
      }
    }
  }
}
