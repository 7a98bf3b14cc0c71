package org.hilum.imaging.segmentation.preparation;

/**
 * By which numbers a chest is put into a network's frame; they come from the network's card.
 *
 * @param clipLowHu value 0 of the network's input; also what lies outside the picture
 * @param clipHighHu value 1 of the network's input
 * @param size rows and columns of the frame, in pixels
 * @param fillPixels how many of them the larger side of the body box spans
 * @param boxThresholdHu mean HU above which a block is body
 * @param boxBlockMm side of a block
 * @param boxOpeningBlocks odd side of the square that opens the blocks of a slice
 */
public record FrameRule(
    double clipLowHu,
    double clipHighHu,
    int size,
    int fillPixels,
    double boxThresholdHu,
    double boxBlockMm,
    int boxOpeningBlocks) {

  public FrameRule {
    if (!(clipLowHu < clipHighHu) || size < 2 || fillPixels < 1 || fillPixels > size) {
      throw new IllegalArgumentException("a frame needs a HU range and a size to fill");
    }
    if (!(boxBlockMm > 0) || boxOpeningBlocks < 1 || boxOpeningBlocks % 2 == 0) {
      throw new IllegalArgumentException("a body box needs blocks and an odd opening");
    }
  }
}
