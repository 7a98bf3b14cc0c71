package org.hilum.imaging.evaluation.reference;

import java.util.BitSet;
import java.util.List;
import org.hilum.imaging.vocabulary.Reason;

/** What came of reading a reference mask and putting it on the voxels of its CT. */
public sealed interface PlacedMask {

  /**
   * The mask, {@code labels[k][j * columns + i]} on the voxels asked for.
   *
   * @param labels lungs: 1 and 2 as {@code LungLabel} where both sides are told apart, else 1 for
   *     either lung; opacity: 1
   * @param labelled slices k on which the reader drew, or found nothing to draw
   * @param sided whether left and right lung are told apart
   */
  record Placed(byte[][] labels, BitSet labelled, boolean sided) implements PlacedMask {

    /** Voxels that carry any label. */
    public long count() {
      long count = 0;
      for (int k = labelled.nextSetBit(0); k >= 0; k = labelled.nextSetBit(k + 1)) {
        for (byte label : labels[k]) {
          count += label != 0 ? 1 : 0;
        }
      }
      return count;
    }
  }

  /** The mask cannot be used. */
  record MaskRefused(List<Reason> reasons) implements PlacedMask {
    public MaskRefused {
      reasons = List.copyOf(reasons);
    }
  }
}
