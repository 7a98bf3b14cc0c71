package org.hilum.epidemic.surveillance.ledger;

/** What was newly counted, from running totals. */
final class Differences {
  private Differences() {}

  /**
   * Differences to the last total known before; NaN where there is no total, and at the first one
   * unless it is 0.
   */
  static double[] of(double[] totals) {
    var increments = new double[totals.length];
    double before = Double.NaN;
    for (int n = 0; n < totals.length; n++) {
      double now = totals[n];
      increments[n] = Double.isNaN(before) && now == 0 ? 0 : now - before;
      before = Double.isNaN(now) ? before : now;
    }
    return increments;
  }
}
