package org.hilum.imaging.evaluation;

import java.util.BitSet;
import java.util.Optional;
import org.hilum.imaging.evaluation.reference.PlacedMask.Placed;
import org.hilum.imaging.volume.CtVolume;

/**
 * A case with everything on the same voxels, in canonical order: i to the patient's left, j to the
 * back, k to the head.
 *
 * @param volume HU
 * @param lungs found, labels of {@code LungLabel}
 * @param opacity found, any label but 0
 * @param probability of opacity, 0 to 255 for 0 to 1; empty when none was kept
 * @param drawnLungs reference, if there is one
 * @param drawnOpacity reference, if there is one
 * @param lesionFree whether the lungs are known to hold no opacity
 */
record ComparedCase(
    CtVolume volume,
    byte[][] lungs,
    byte[][] opacity,
    Optional<byte[][]> probability,
    Optional<Placed> drawnLungs,
    Optional<Placed> drawnOpacity,
    boolean lesionFree) {

  /** Slices on which everything that was drawn of this case is labelled. */
  BitSet labelled() {
    var slices = new BitSet();
    slices.set(0, volume.geometry().slices());
    drawnLungs.ifPresent(drawn -> slices.and(drawn.labelled()));
    drawnOpacity.ifPresent(drawn -> slices.and(drawn.labelled()));
    return slices;
  }
}
