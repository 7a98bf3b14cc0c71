package org.hilum.imaging.comparison.alignment;

/**
 * Where the lungs of one date lie and how far they reach, in LPS millimetres.
 *
 * @param centre mean place of the lungs
 * @param spread standard deviation along each axis
 * @param low least place of a lung along each axis
 * @param high greatest place
 * @param feet height below which lie {@value #TAIL} of the lungs
 * @param head height above which lie as much
 */
record LungExtent(
    double[] centre, double[] spread, double[] low, double[] high, double feet, double head) {

  /** Part of the lungs that may lie beyond either end: specks do not count. */
  static final double TAIL = 0.005;

  private static final int SUMS = 7;
  private static final double BIN_MM = 1;

  static LungExtent of(ReducedScan scan) {
    var toPlace = scan.toIndex.inverse();
    var bounds = bounds(scan, toPlace);
    var sums =
        Layers.sum(scan.slices, SUMS, (k, sum) -> addMoments(scan, toPlace, bounds[0], k, sum));
    var centre = new double[3];
    var spread = new double[3];
    for (int axis = 0; axis < 3; axis++) {
      double mean = sums[1 + axis] / sums[0];
      centre[axis] = bounds[0][axis] + mean;
      spread[axis] = Math.sqrt(Math.max(1, sums[4 + axis] / sums[0] - mean * mean));
    }
    var heights = heights(scan, toPlace, bounds);
    double feet = bounds[0][2] + BIN_MM * reached(heights, TAIL);
    double head = bounds[0][2] + BIN_MM * reached(heights, 1 - TAIL);
    return new LungExtent(centre, spread, bounds[0], bounds[1], feet, head);
  }

  private static double[][] bounds(ReducedScan scan, Affine toPlace) {
    var low = new double[] {1e9, 1e9, 1e9};
    var high = new double[] {-1e9, -1e9, -1e9};
    eachLung(
        scan,
        toPlace,
        (place, part) -> {
          for (int axis = 0; axis < 3; axis++) {
            low[axis] = Math.min(low[axis], place[axis]);
            high[axis] = Math.max(high[axis], place[axis]);
          }
        });
    return new double[][] {low, high};
  }

  private static double[] heights(ReducedScan scan, Affine toPlace, double[][] bounds) {
    var heights = new double[(int) ((bounds[1][2] - bounds[0][2]) / BIN_MM) + 1];
    eachLung(
        scan,
        toPlace,
        (place, part) -> heights[(int) ((place[2] - bounds[0][2]) / BIN_MM)] += part);
    return heights;
  }

  private static double reached(double[] heights, double wanted) {
    double total = 0;
    for (double height : heights) {
      total += height;
    }
    double below = 0;
    for (int bin = 0; bin < heights.length; bin++) {
      below += heights[bin];
      if (below >= wanted * total) {
        return bin + 0.5;
      }
    }
    return heights.length;
  }

  private static void addMoments(
      ReducedScan scan, Affine toPlace, double[] from, int k, double[] sum) {
    eachLung(
        scan,
        toPlace,
        k,
        (place, part) -> {
          sum[0] += part;
          for (int axis = 0; axis < 3; axis++) {
            double offset = place[axis] - from[axis];
            sum[1 + axis] += part * offset;
            sum[4 + axis] += part * offset * offset;
          }
        });
  }

  private static void eachLung(ReducedScan scan, Affine toPlace, LungBlock block) {
    for (int k = 0; k < scan.slices; k++) {
      eachLung(scan, toPlace, k, block);
    }
  }

  private static void eachLung(ReducedScan scan, Affine toPlace, int k, LungBlock block) {
    var place = new double[3];
    var lung = scan.lung[k];
    for (int j = 0; j < scan.rows; j++) {
      for (int i = 0; i < scan.columns; i++) {
        int part = lung[j * scan.columns + i];
        if (part > 0) {
          toPlace.apply(k, j, i, place);
          block.at(place, part);
        }
      }
    }
  }

  /** Told where a block with lung lies and how much of it is lung. */
  private interface LungBlock {
    void at(double[] place, double part);
  }
}
