package org.hilum.imaging.segmentation.scope;

/**
 * Whether the lungs that were found have the size and place of lungs in a chest.
 *
 * @param heightMm from the lowest to the highest slice with lung
 * @param widthMm across both
 * @param depthMm from front to back
 * @param shareOfBody part of the body's section that they fill in the slice where they fill most, 0
 *     to 1
 */
public record LungForm(double heightMm, double widthMm, double depthMm, double shareOfBody) {

  /** Ours: 150 to 325 mm in the chests of docs/scope.md; a lung of an adult is never this flat. */
  static final double LEAST_HEIGHT_MM = 90;

  /** Ours: 220 to 322 mm there. */
  static final double LEAST_WIDTH_MM = 90;

  /** Ours: 163 to 214 mm there. */
  static final double LEAST_DEPTH_MM = 70;

  /** Ours: 0.23 to 0.60 there; gas in a gut or sinuses fills less of a section. */
  static final double LEAST_SHARE = 0.1;

  private static final int BODY_FROM_HU = -300;

  static LungForm of(ScanBlocks blocks, LungBox box) {
    double share = 0;
    for (int k = box.firstSlice(); k <= box.lastSlice(); k++) {
      long lung = 0;
      long body = 0;
      for (int block = 0; block < blocks.lung(k).length; block++) {
        boolean isLung = blocks.lung(k)[block] != 0;
        lung += isLung ? 1 : 0;
        body += isLung || blocks.meanHu(k)[block] > BODY_FROM_HU ? 1 : 0;
      }
      share = Math.max(share, body == 0 ? 0 : (double) lung / body);
    }
    return new LungForm(
        box.slices() * blocks.sliceMm(),
        (box.lastColumn() - box.firstColumn() + 1) * blocks.columnMm(),
        (box.lastRow() - box.firstRow() + 1) * blocks.rowMm(),
        share);
  }

  /** Whether it is no size of lungs, or of one lung, in a chest. */
  public boolean isUnlikeLungs() {
    return heightMm < LEAST_HEIGHT_MM
        || widthMm < LEAST_WIDTH_MM
        || depthMm < LEAST_DEPTH_MM
        || shareOfBody < LEAST_SHARE;
  }
}
