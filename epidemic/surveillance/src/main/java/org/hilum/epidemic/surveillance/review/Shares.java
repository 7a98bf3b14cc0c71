package org.hilum.epidemic.surveillance.review;

/**
 * Gives counts to earlier steps, or takes them, in proportion to what they hold.
 *
 * <p>The stretch reaches back until the amount is at most a fifth of what it holds, but no further
 * than half a year.
 */
final class Shares {

  /** No step is changed by more than this part, where the series is long enough. */
  private static final double LARGEST_PART = 0.2;

  private static final int SHORTEST_DAYS = 28;
  private static final int LONGEST_DAYS = 182;

  private final double[] factors;
  private final int shortest;
  private final int longest;

  Shares(int steps, int daysPerStep) {
    this.factors = new double[steps];
    java.util.Arrays.fill(factors, 1);
    this.shortest = SHORTEST_DAYS / daysPerStep;
    this.longest = LONGEST_DAYS / daysPerStep;
  }

  /**
   * Gives an amount, below zero to take it, to the steps before one.
   *
   * @return the first step that got a share; -1 when they hold too little for it
   */
  int give(double amount, double[] clean, int before) {
    int from = before;
    double held = 0;
    while (from > 0
        && before - from < longest
        && (before - from < shortest || Math.abs(amount) > LARGEST_PART * held)) {
      from--;
      held += Double.isNaN(clean[from]) ? 0 : clean[from];
    }
    if (held <= 0 || -amount >= held) {
      return -1;
    }
    for (int n = from; n < before; n++) {
      factors[n] *= 1 + amount / held;
    }
    return from;
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
