package org.hilum.imaging.segmentation.scope;

import java.util.OptionalDouble;

/**
 * How bright, and on which side, the soft tissue between the lungs is: heart and great vessels.
 *
 * <p>What is looked at: blocks between the right and the left lung in the same row, from a tenth to
 * six tenths of the way from the front to the back of the lungs, above 0 HU. Spine and descending
 * aorta lie further back, the sternum mostly further forward. <br>
 * Limits: a mass, an effusion or a goitre is heart to this.
 *
 * @param brightHu HU under which four fifths of it lie; empty with less than 20 mL, or where noise
 *     drowns most of it
 * @param leftwardsMm how far its middle, in the lower half of the lungs, lies towards the patient's
 *     left of the middle of the body; negative for right
 */
public record Mediastinum(OptionalDouble brightHu, OptionalDouble leftwardsMm) {

  /**
   * Bright enough for contrast medium, in HU. Blood without it is 30 to 60 HU. Ours: 43 to 82 HU in
   * the 21 chests of docs/scope.md, where the second highest is 64.
   */
  public static final double CONTRAST_FROM_HU = 105;

  private static final double FRONT = 0.1;
  private static final double BACK = 0.6;
  private static final double HEART_FROM = 0.15;
  private static final double HEART_TO = 0.5;
  private static final double FOUR_FIFTHS = 0.8;
  private static final double LEAST_ML = 20;
  private static final int SOFT_FROM_HU = 0;

  /** A block more uneven than this is an edge, or drowned in noise. */
  private static final int EVEN_HU = 80;

  private static final int BRIGHTEST_HU = 1500;
  private static final int BODY_FROM_HU = -300;
  private static final double COUCH_MM = 50;

  static Mediastinum of(ScanBlocks blocks, LungBox box) {
    long fewest = (long) (LEAST_ML / blocks.blockMl());
    var histogram = new BlockHistogram(SOFT_FROM_HU, BRIGHTEST_HU);
    double moment = 0;
    long heart = 0;
    long uneven = 0;
    for (int k = box.firstSlice(); k <= box.lastSlice(); k++) {
      boolean low = k >= box.sliceAt(HEART_FROM) && k < box.sliceAt(HEART_TO);
      double middle = low ? middleOfBody(blocks, k) : 0;
      for (int row = box.rowAt(FRONT); row < box.rowAt(BACK); row++) {
        var gap = Gap.of(blocks, k, row);
        for (int column = gap.first(); column < gap.end(); column++) {
          int block = row * blocks.columns() + column;
          int hu = blocks.meanHu(k)[block];
          boolean even = blocks.spreadHu(k)[block] < EVEN_HU;
          uneven += hu > SOFT_FROM_HU && !even ? 1 : 0;
          if (hu > SOFT_FROM_HU && even) {
            histogram.add(hu);
            moment += low ? column - middle : 0;
            heart += low ? 1 : 0;
          }
        }
      }
    }
    return new Mediastinum(
        histogram.total() < uneven ? OptionalDouble.empty() : histogram.below(FOUR_FIFTHS, fewest),
        heart < Math.max(1, fewest)
            ? OptionalDouble.empty()
            : OptionalDouble.of(moment / heart * blocks.columnMm()));
  }

  /** Whether it is as bright as contrast medium makes it. */
  public boolean isBright() {
    return brightHu.isPresent() && brightHu.getAsDouble() >= CONTRAST_FROM_HU;
  }

  /** Column in the middle between the outermost that hold 50 mm of body; a couch is thinner. */
  static double middleOfBody(ScanBlocks blocks, int k) {
    double least = COUCH_MM / blocks.rowMm();
    int first = blocks.columns();
    int last = -1;
    for (int column = 0; column < blocks.columns(); column++) {
      int body = 0;
      for (int row = 0; row < blocks.rows(); row++) {
        body += isBody(blocks, k, row * blocks.columns() + column) ? 1 : 0;
      }
      if (body >= least) {
        first = Math.min(first, column);
        last = column;
      }
    }
    return last < 0 ? (blocks.columns() - 1) / 2.0 : (first + last) / 2.0;
  }

  private static boolean isBody(ScanBlocks blocks, int k, int block) {
    return blocks.meanHu(k)[block] > BODY_FROM_HU || blocks.lung(k)[block] != 0;
  }

  /** The columns of a row between the right lung and the left: {@code first} to {@code end} - 1. */
  private record Gap(int first, int end) {

    private static final byte LEFT = 1;

    static Gap of(ScanBlocks blocks, int k, int row) {
      var lung = blocks.lung(k);
      int endOfRight = 0;
      int startOfLeft = -1;
      for (int column = 0; column < blocks.columns(); column++) {
        byte here = lung[row * blocks.columns() + column];
        if (here != 0 && here != LEFT) {
          endOfRight = column + 1;
        } else if (here == LEFT && startOfLeft < 0) {
          startOfLeft = column;
        }
      }
      return endOfRight == 0 || startOfLeft < endOfRight
          ? new Gap(0, 0)
          : new Gap(endOfRight, startOfLeft);
    }
  }
}
