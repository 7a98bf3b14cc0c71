package org.hilum.imaging.volume;

import java.util.List;
import java.util.Optional;
import org.hilum.imaging.vocabulary.Reason;

/** What came of building a volume: the volume, or all reasons why not. */
public sealed interface VolumeResult {

  /**
   * A volume was built.
   *
   * @param source the DICOM series; empty for a NIfTI file
   * @param deviations what was odd in the input and how it was handled
   */
  record VolumeBuilt(CtVolume volume, Optional<SourceSeries> source, List<Reason> deviations)
      implements VolumeResult {
    public VolumeBuilt {
      deviations = List.copyOf(deviations);
    }
  }

  /** No volume can be trusted from this input. */
  record VolumeRefused(List<Reason> reasons) implements VolumeResult {
    public VolumeRefused {
      reasons = List.copyOf(reasons);
      if (reasons.isEmpty()) {
        throw new IllegalArgumentException("a refusal says why");
      }
    }
  }
}
