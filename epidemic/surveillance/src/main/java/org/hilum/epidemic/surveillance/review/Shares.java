package org.hilum.epidemic.surveillance.review;

import java.util.Arrays;

/**
 * Gives counts to earlier steps, or takes them, in proportion to what they hold.
 *
 * <p>The stretch reaches back until the amount is at most a fifth of what it holds, or to the first
 * step. No step gains more than half; what would be more is left out.
 */
final class Shares {

  /** No step is changed by more than this part, where the series holds enough. */
  private static final double LARGEST_PART = 0.2;

  /** A step that would gain more than this part of itself would tell of a wave that was none. */
  private static final double LARGEST_GAIN = 0.5;

  private static final int SHORTEST_DAYS = 28;

  private final double[] factors;
  private final int shortest;

  Shares(int steps, int daysPerStep) {
    this.factors = new double[steps];
    Arrays.fill(factors, 1);
    this.shortest = SHORTEST_DAYS / daysPerStep;
  }

  /**
   * What became of an amount.
   *
   * @param from the first step that got a share; -1 when none did
   * @param amount what was given in all
   */
  record Given(int from, double amount) {
    static final Given NOTHING = new Given(-1, 0);
  }

  /** Gives an amount, below zero to take it, to the steps before one. */
  Given give(double amount, double[] clean, int before) {
    int from = before;
    double held = 0;
    while (from > 0 && (before - from < shortest || Math.abs(amount) > LARGEST_PART * held)) {
      from--;
      held += Double.isNaN(clean[from]) ? 0 : clean[from] * factors[from];
    }
    if (held <= 0 || -amount >= held) {
      return Given.NOTHING;
    }
    double given = Math.min(amount, LARGEST_GAIN * held);
    for (int n = from; n < before; n++) {
      factors[n] *= 1 + given / held;
    }
    return new Given(from, given);
  }

  /** The counts with all shares. */
  double[] applied(double[] clean) {
    var with = clean.clone();
    for (int n = 0; n < with.length; n++) {
      with[n] *= factors[n];
    }
    return with;
  }
}
