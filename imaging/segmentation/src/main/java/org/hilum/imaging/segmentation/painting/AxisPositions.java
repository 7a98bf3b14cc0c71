package org.hilum.imaging.segmentation.painting;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * Where on the frame the rows (or columns) of a volume lie.
 *
 * @param low for each row of the volume the frame row at or before it
 * @param share how far it lies from there towards the next, 0 to 1
 * @param first the first row of the volume that lies on the frame
 * @param end the row after the last that does
 */
record AxisPositions(int[] low, float[] share, int first, int end) {

  static AxisPositions of(int count, int size, IntToDoubleFunction position) {
    var low = new int[count];
    var share = new float[count];
    int first = count;
    int end = 0;
    for (int index = 0; index < count; index++) {
      double at = position.applyAsDouble(index);
      if (at >= 0 && at <= size - 1) {
        low[index] = Math.min((int) at, size - 2);
        share[index] = (float) (at - low[index]);
        first = Math.min(first, index);
        end = index + 1;
      }
    }
    return new AxisPositions(low, share, Math.min(first, end), end);
  }

  /** The first row on the frame whose value depends on frame rows from {@code frameFirst} on. */
  int firstTouching(int frameFirst) {
    int at = lowerBound(frameFirst - 1);
    return Math.max(first, at);
  }

  /** The row after the last whose value depends on frame rows up to {@code frameLast}. */
  int endTouching(int frameLast) {
    return Math.min(end, lowerBound(frameLast + 1));
  }

  private int lowerBound(int frameLow) {
    int found = Arrays.binarySearch(low, first, end, frameLow);
    int at = found < 0 ? -found - 1 : found;
    while (at > first && low[at - 1] >= frameLow) {
      at--;
    }
    return at;
  }
}
