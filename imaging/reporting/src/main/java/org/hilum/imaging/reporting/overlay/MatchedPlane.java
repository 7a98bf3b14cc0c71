package org.hilum.imaging.reporting.overlay;

import java.util.Arrays;
import java.util.List;

/**
 * A plane with the identities of the lesions on it.
 *
 * @param identities 0 where there is no followed lesion
 */
record MatchedPlane(Plane plane, int[] identities) {

  static MatchedPlane blank(int width, int height, double columnMm, double rowMm) {
    return new MatchedPlane(Plane.blank(width, height, columnMm, rowMm), new int[width * height]);
  }

  /** The lesions on it, in order. */
  List<Integer> lesions() {
    return Arrays.stream(identities)
        .filter(identity -> identity > 0)
        .distinct()
        .sorted()
        .boxed()
        .toList();
  }
}
