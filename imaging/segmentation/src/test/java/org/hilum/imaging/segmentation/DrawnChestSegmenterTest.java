package org.hilum.imaging.segmentation;

/** The line around the network, with a network by hand. */
class DrawnChestSegmenterTest extends ChestSegmenterContract {

  @Override
  double lungTolerancePercent() {
    return 6; // its opening takes a pixel off each outline
  }

  @Override
  ChestSegmenter segmenter(SegmentationSettings settings) {
    return Cards.byHand(settings);
  }
}
