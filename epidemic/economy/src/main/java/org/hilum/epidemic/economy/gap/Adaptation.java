package org.hilum.epidemic.economy.gap;

import java.util.List;

/**
 * What fraction of its elasticity an economy keeps from one strong quarter to the next, as people
 * and firms learn to work under measures.
 *
 * @param keptFraction mean, 0 to 1
 * @param deviation standard deviation
 */
record Adaptation(double keptFraction, double deviation) {

  /** Nobody has been seen to adapt: half way between half and all, but anything may be. */
  private static final Adaptation UNSEEN = new Adaptation(0.75, 1 / Math.sqrt(12));

  /**
   * As others were seen to adapt, or not at all, or between: half way, uniform. Who was seen first
   * may be an extreme.
   */
  static Adaptation seen(List<Double> keptElsewhere) {
    if (keptElsewhere.isEmpty()) {
      return UNSEEN;
    }
    double kept = keptElsewhere.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    return new Adaptation((1 + kept) / 2, (1 - kept) / Math.sqrt(12));
  }
}
