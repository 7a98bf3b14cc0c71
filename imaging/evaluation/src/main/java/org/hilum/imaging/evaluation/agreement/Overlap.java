package org.hilum.imaging.evaluation.agreement;

import java.util.BitSet;
import java.util.OptionalDouble;

/**
 * How many voxels were drawn, found, and both.
 *
 * @param drawn voxels of the reference
 * @param found voxels of the segmentation
 * @param both voxels of both
 */
public record Overlap(long drawn, long found, long both) {

  /** Counts on some slices. */
  public static Overlap of(Mask drawn, Mask found, BitSet slices) {
    long inDrawn = 0;
    long inFound = 0;
    long inBoth = 0;
    for (int k = slices.nextSetBit(0); k >= 0; k = slices.nextSetBit(k + 1)) {
      int size = drawn.labels()[k].length;
      for (int at = 0; at < size; at++) {
        boolean isDrawn = drawn.has(k, at);
        boolean isFound = found.has(k, at);
        inDrawn += isDrawn ? 1 : 0;
        inFound += isFound ? 1 : 0;
        inBoth += isDrawn && isFound ? 1 : 0;
      }
    }
    return new Overlap(inDrawn, inFound, inBoth);
  }

  /**
   * Dice coefficient, 0 to 1; absent where nothing was drawn, as there is nothing to agree with.
   *
   * <p>Source: Dice 1945, Ecology 26(3), 297-302, doi:10.2307/1932409.
   */
  public OptionalDouble dice() {
    return drawn == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(2.0 * both / ((double) drawn + found));
  }

  /** How much more was found than drawn, percent of what was drawn; absent where nothing was. */
  public OptionalDouble biasPercent() {
    return drawn == 0 ? OptionalDouble.empty() : OptionalDouble.of(100.0 * (found - drawn) / drawn);
  }
}
