package org.hilum.imaging.signing;

import java.util.Optional;
import org.hilum.imaging.worklist.CaseKey;

/** What people corrected of readings, so that a report rests on corrected numbers. */
@FunctionalInterface
public interface Corrections {

  /** The newest correction of a result of a case; empty where nobody corrected it. */
  Optional<Corrected> of(CaseKey key, long result);

  /**
   * A correction.
   *
   * @param revision counts the steps
   * @param reading {@code reading.json} with the corrected numbers in it
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Corrected(int revision, byte[] reading) {}
}
