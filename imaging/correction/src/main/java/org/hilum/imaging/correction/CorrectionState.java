package org.hilum.imaging.correction;

import java.util.List;
import java.util.OptionalLong;

/**
 * How a correction stands.
 *
 * @param result id of the network's reading that is corrected
 * @param version of that reading
 * @param revision counts everything that was done to it, undoing among it; 0 before the first step
 * @param steps those in force, in their order
 * @param measurements JSON object, as {@code reading.json} has its parts
 * @param lesions JSON array, as {@code reading.json} has it
 * @param applied result as which an earlier or this revision is in force
 * @param isApplied whether that is this revision
 * @param mayTrain whether the case may be used for training
 */
public record CorrectionState(
    long result,
    int version,
    int revision,
    List<CorrectionStep> steps,
    boolean canUndo,
    boolean canRedo,
    String measurements,
    String lesions,
    OptionalLong applied,
    boolean isApplied,
    boolean mayTrain) {

  public CorrectionState {
    steps = List.copyOf(steps);
  }
}
