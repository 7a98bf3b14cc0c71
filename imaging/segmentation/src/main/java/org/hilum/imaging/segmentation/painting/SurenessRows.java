package org.hilum.imaging.segmentation.painting;

/** Paints how sure the network is of opacity on one slice, row by row. One thread only. */
final class SurenessRows {

  private static final byte POSSIBLE = 1;
  private static final byte PROBABLE = 2;

  private final SurenessPainting wanted;
  private final float possibleAbove;
  private final float probableAbove;
  private final byte[] probability;
  private final byte[] levels;

  SurenessRows(SurenessPainting wanted, byte[] probability, byte[] levels) {
    this.wanted = wanted;
    this.probability = probability;
    this.levels = levels;
    var scale = wanted.scale();
    this.possibleAbove = above(scale, wanted.levels().map(SurenessPainting.Levels::possibleAbove));
    this.probableAbove = above(scale, wanted.levels().map(SurenessPainting.Levels::probableAbove));
  }

  private static float above(SurenessScale scale, java.util.Optional<Double> probability) {
    return (float) scale.logit(probability.orElse(1.0));
  }

  boolean isWanted() {
    return wanted.isWanted();
  }

  /** Paints the lung voxels of a row of the volume from a row of logits of the frame. */
  void paint(float[] logits, AxisPositions positions, int first, int from, int to, byte[] lungs) {
    if (wanted.levels().isPresent()) {
      paintLevels(logits, positions, first, from, to, lungs);
    }
    if (wanted.probability()) {
      paintProbability(logits, positions, first, from, to, lungs);
    }
  }

  /** Numeric kernel. */
  private void paintLevels(
      float[] logits, AxisPositions positions, int first, int from, int to, byte[] lungs) {
    var low = positions.low();
    var share = positions.share();
    for (int i = from; i < to; i++) {
      if (lungs[first + i] != 0) {
        int c = low[i];
        float logit = logits[c] * (1 - share[i]) + logits[c + 1] * share[i];
        if (logit > possibleAbove) {
          levels[first + i] = logit > probableAbove ? PROBABLE : POSSIBLE;
        }
      }
    }
  }

  private void paintProbability(
      float[] logits, AxisPositions positions, int first, int from, int to, byte[] lungs) {
    for (int i = from; i < to; i++) {
      if (lungs[first + i] != 0) {
        int c = positions.low()[i];
        float share = positions.share()[i];
        double logit = logits[c] * (1 - share) + logits[c + 1] * share;
        probability[first + i] = (byte) Math.round(255 * wanted.scale().probability(logit));
      }
    }
  }

  /** Puts the painted slices where they are wanted. */
  void keep(int k, byte[][] probabilities, byte[][] allLevels) {
    if (wanted.probability()) {
      probabilities[k] = probability;
    }
    if (wanted.levels().isPresent()) {
      allLevels[k] = levels;
    }
  }
}
