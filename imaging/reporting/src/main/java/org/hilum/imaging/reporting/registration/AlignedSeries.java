package org.hilum.imaging.reporting.registration;

import org.hilum.imaging.comparison.Alignment;
import org.hilum.imaging.dicom.Uid;
import org.hilum.imaging.reporting.composite.ResultContext;

/**
 * Two series and the movement between them.
 *
 * @param filed the study that the object is filed in, and its identity
 * @param prior the earlier series
 * @param current the later series
 * @param alignment prior to current
 */
public record AlignedSeries(
    ResultContext filed, ResultContext prior, ResultContext current, Alignment alignment) {

  /** Whether both series say in which frame of reference they lie. */
  public boolean isPlaced() {
    return prior.frameOfReferenceUid().isPresent() && current.frameOfReferenceUid().isPresent();
  }

  /** The same with the dates swapped. */
  public AlignedSeries swapped() {
    return new AlignedSeries(filed, current, prior, alignment.swapped());
  }

  static Uid frame(ResultContext context) {
    return context.frameOfReferenceUid().orElseThrow();
  }
}
