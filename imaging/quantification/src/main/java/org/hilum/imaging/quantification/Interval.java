package org.hilum.imaging.quantification;

import org.hilum.imaging.vocabulary.Reason;

/**
 * Between which ends the true value of a quantity is expected, or the reason why none are known.
 */
public sealed interface Interval {

  /** The ends, in the unit of the {@link Quantity}; what was measured lies between them. */
  record Between(double lowest, double highest) implements Interval {
    public Between {
      if (!(lowest <= highest) || !Double.isFinite(lowest) || !Double.isFinite(highest)) {
        throw new IllegalArgumentException("an interval has a lower and an upper end");
      }
    }
  }

  /** Why there is no interval. */
  record NotMeasured(Reason reason) implements Interval {}
}
