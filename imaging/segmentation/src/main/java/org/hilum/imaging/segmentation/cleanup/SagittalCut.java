package org.hilum.imaging.segmentation.cleanup;

import java.util.OptionalInt;

/** Finds the sagittal plane at which a region of two lungs has its waist. */
final class SagittalCut {

  /** A waist has at most this part of the largest section to either side of it. */
  static final double WAIST_SHARE = 0.3;

  private SagittalCut() {}

  /**
   * The column, in the middle half of the frame, of the smallest section; empty where it is no
   * waist.
   *
   * @param sections how many pixels of the region lie in each column
   */
  static OptionalInt waist(long[] sections) {
    int best = sections.length / 2;
    for (int column = sections.length / 4; column < sections.length * 3 / 4; column++) {
      if (sections[column] < sections[best]) {
        best = column;
      }
    }
    long right = largest(sections, 0, best);
    long left = largest(sections, best + 1, sections.length);
    return sections[best] <= WAIST_SHARE * Math.min(right, left)
        ? OptionalInt.of(best)
        : OptionalInt.empty();
  }

  private static long largest(long[] sections, int from, int to) {
    long most = 0;
    for (int column = from; column < to; column++) {
      most = Math.max(most, sections[column]);
    }
    return most;
  }
}
