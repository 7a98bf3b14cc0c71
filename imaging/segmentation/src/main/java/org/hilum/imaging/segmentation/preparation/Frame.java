package org.hilum.imaging.segmentation.preparation;

/**
 * Where the network's square picture lies on the slices of a volume.
 *
 * @param centreRowMm centre of the square from the centre of row 0, along the rows' order
 * @param centreColumnMm the same for columns
 * @param mmPerPixel side of a pixel of the square
 * @param size rows and columns of the square, in pixels
 */
public record Frame(double centreRowMm, double centreColumnMm, double mmPerPixel, int size) {

  /** The frame whose larger side of a body box spans the rule's pixels, box in the centre. */
  public static Frame around(BodyBox box, FrameRule rule) {
    double larger = Math.max(box.bottomMm() - box.topMm(), box.rightMm() - box.leftMm());
    return new Frame(
        (box.topMm() + box.bottomMm()) / 2,
        (box.leftMm() + box.rightMm()) / 2,
        larger / rule.fillPixels(),
        rule.size());
  }

  /** Where on the frame, in pixels, a row of the volume lies. */
  public double frameRow(double row, double rowSpacingMm) {
    return (row * rowSpacingMm - centreRowMm) / mmPerPixel + (size - 1) / 2.0;
  }

  /** Where on the frame, in pixels, a column of the volume lies. */
  public double frameColumn(double column, double columnSpacingMm) {
    return (column * columnSpacingMm - centreColumnMm) / mmPerPixel + (size - 1) / 2.0;
  }
}
