package org.hilum.imaging.comparison;

import java.util.function.DoubleConsumer;

/** Finds where each point of the lungs at one date lies at another. */
public interface LungAligner {

  /**
   * Aligns the lungs of two dates. Swapping the arguments gives the inverse movement.
   *
   * @param progress told the fraction done, 0 to 1, now and then, from any thread
   */
  AlignmentResult align(DatedReading prior, DatedReading current, DoubleConsumer progress);
}
