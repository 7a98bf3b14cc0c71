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
 * @param setAside where opacity counts for nothing, if anywhere
 * @param lesionFree whether the lungs are known to hold no opacity
 */
record ComparedCase(
    CtVolume volume,
    byte[][] lungs,
    byte[][] opacity,
    Optional<byte[][]> probability,
    Optional<Placed> drawnLungs,
    Optional<Placed> drawnOpacity,
    Optional<Placed> setAside,
    boolean lesionFree) {

  /** The same case without any opacity, found or drawn, where a mask sets it aside. */
  ComparedCase without(Placed aside) {
    return new ComparedCase(
        volume,
        lungs,
        without(opacity, aside.labels()),
        probability,
        drawnLungs,
        drawnOpacity.map(
            drawn -> new Placed(without(drawn.labels(), aside.labels()), drawn.labelled(), false)),
        Optional.of(aside),
        lesionFree);
  }

  private static byte[][] without(byte[][] labels, byte[][] where) {
    var kept = new byte[labels.length][];
    for (int k = 0; k < labels.length; k++) {
      kept[k] = labels[k].clone();
      for (int at = 0; at < kept[k].length; at++) {
        if (where[k][at] != 0) {
          kept[k][at] = 0;
        }
      }
    }
    return kept;
  }

  /** Whether nothing is said about opacity at a voxel. */
  boolean isSetAside(int k, int at) {
    return setAside.isPresent() && setAside.get().labels()[k][at] != 0;
  }

  /** Slices on which everything that was drawn of this case is labelled. */
  BitSet labelled() {
    var slices = new BitSet();
    slices.set(0, volume.geometry().slices());
    drawnLungs.ifPresent(drawn -> slices.and(drawn.labelled()));
    drawnOpacity.ifPresent(drawn -> slices.and(drawn.labelled()));
    return slices;
  }
}
