package org.hilum.imaging.segmentation;

/** The same with the network of this repository. */
class OnnxChestSegmenterIT extends ChestSegmenterContract {

  @Override
  double lungTolerancePercent() {
    return 8;
  }

  @Override
  double mirrorTolerancePercent() {
    return 2;
  }

  @Override
  ChestSegmenter segmenter(SegmentationSettings settings) {
    return NetworkChestSegmenter.open(Network.open(Cards.folder()), settings);
  }
}
