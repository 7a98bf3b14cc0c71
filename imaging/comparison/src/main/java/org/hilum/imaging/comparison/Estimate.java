package org.hilum.imaging.comparison;

import org.hilum.imaging.vocabulary.Reason;

/**
 * Something concluded from the course by a stated rule, or why it is not estimated.
 *
 * @param <T> what is concluded
 */
public sealed interface Estimate<T> {

  /**
   * A conclusion.
   *
   * @param rule the rule in words
   * @param source where the rule is published; {@code Hilum} for our own
   */
  record Estimated<T>(T value, String rule, String source) implements Estimate<T> {}

  /** Why there is none. */
  record NotEstimated<T>(Reason reason) implements Estimate<T> {}
}
