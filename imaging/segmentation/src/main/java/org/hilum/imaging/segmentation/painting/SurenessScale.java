package org.hilum.imaging.segmentation.painting;

/**
 * How the logits of opacity on the frame become probabilities.
 *
 * <p>p = sigmoid((logit + shift) / temperature), natural logarithms.
 *
 * @param shift what was taken from the network's logits to put their threshold at 0
 * @param temperature above 0; 1 where the network was not calibrated
 */
public record SurenessScale(double shift, double temperature) {

  /** Probability of a logit, 0 to 1. */
  double probability(double logit) {
    return 1 / (1 + Math.exp(-(logit + shift) / temperature));
  }

  /** The logit of a probability; infinite for 0 and 1. */
  double logit(double probability) {
    return temperature * Math.log(probability / (1 - probability)) - shift;
  }
}
