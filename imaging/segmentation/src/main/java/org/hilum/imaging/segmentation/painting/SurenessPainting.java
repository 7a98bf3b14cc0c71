package org.hilum.imaging.segmentation.painting;

import java.util.Optional;

/**
 * What is painted of how sure the network is of opacity.
 *
 * @param probability whether every voxel's probability is painted
 * @param levels above which probabilities a voxel may be opacity, and probably is; empty when that
 *     is not painted
 */
public record SurenessPainting(SurenessScale scale, boolean probability, Optional<Levels> levels) {

  /** Two probabilities, 0 to 1. */
  public record Levels(double possibleAbove, double probableAbove) {}

  boolean isWanted() {
    return probability || levels.isPresent();
  }
}
