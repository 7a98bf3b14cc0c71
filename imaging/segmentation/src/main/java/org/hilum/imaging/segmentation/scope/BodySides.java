package org.hilum.imaging.segmentation.scope;

import java.util.OptionalDouble;

/**
 * Whether what lies right and left in the body lies where it should: liver right, heart left.
 *
 * <p>Out: a score above 0 for the usual sides, of the same size below 0 for their mirror image: the
 * share of even soft tissue about the lungs' bases that lies right less that which lies left, plus
 * how far the heart lies leftwards in units of {@value #HEART_MM} mm. <br>
 * Limits: ours, see docs/scope.md for how many scans it tells; a large effusion, a collapsed lung
 * or a scan that ends above the liver says nothing or little. It is a word to look, no finding.
 */
public record BodySides(OptionalDouble score) {

  /** Below this the sides look changed. Ours: 0.1 is the lowest of the chests of docs/scope.md. */
  public static final double MIRRORED_BELOW = -0.25;

  /** A heart this far to the left counts as much as a liver wholly on the right. */
  static final double HEART_MM = 40;

  /** How far below the lowest lung, and how far into the lungs' height, the liver is looked for. */
  private static final double BELOW_MM = 40;

  private static final double INTO = 0.2;

  private static final int ORGAN_FROM_HU = 20;
  private static final int ORGAN_TO_HU = 130;

  /** An organ spans two blocks to each side; the chest wall mostly does not. */
  private static final int REACH = 2;

  /** The middle 40 mm belong to neither side. */
  private static final double MIDDLE_MM = 20;

  private static final long FEWEST_BLOCKS = 500;

  static BodySides of(ScanBlocks blocks, LungBox box, Mediastinum mediastinum) {
    int lowest = Math.max(0, box.firstSlice() - (int) (BELOW_MM / blocks.sliceMm()));
    long right = 0;
    long left = 0;
    for (int k = lowest; k < box.sliceAt(INTO); k++) {
      double middle = Mediastinum.middleOfBody(blocks, k);
      double apart = MIDDLE_MM / blocks.columnMm();
      for (int row = REACH; row < blocks.rows() - REACH; row++) {
        for (int column = REACH; column < blocks.columns() - REACH; column++) {
          if (Math.abs(column - middle) > apart && isOrgan(blocks, k, row, column)) {
            right += column < middle ? 1 : 0;
            left += column > middle ? 1 : 0;
          }
        }
      }
    }
    if (right + left < FEWEST_BLOCKS || mediastinum.leftwardsMm().isEmpty()) {
      return new BodySides(OptionalDouble.empty());
    }
    double liver = (double) (right - left) / (right + left);
    return new BodySides(
        OptionalDouble.of(liver + mediastinum.leftwardsMm().getAsDouble() / HEART_MM));
  }

  /** Whether the sides look changed. */
  public boolean lookMirrored() {
    return score.isPresent() && score.getAsDouble() < MIRRORED_BELOW;
  }

  private static boolean isOrgan(ScanBlocks blocks, int k, int row, int column) {
    var mean = blocks.meanHu(k);
    for (int away = -REACH; away <= REACH; away++) {
      int across = mean[row * blocks.columns() + column + away];
      int along = mean[(row + away) * blocks.columns() + column];
      if (across < ORGAN_FROM_HU
          || across > ORGAN_TO_HU
          || along < ORGAN_FROM_HU
          || along > ORGAN_TO_HU) {
        return false;
      }
    }
    return true;
  }
}
