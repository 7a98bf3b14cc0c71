package org.hilum.imaging.comparison;

import java.util.OptionalDouble;
import org.hilum.imaging.vocabulary.Reason;

/** How one quantity changed between two dates, or why that cannot be said. */
public sealed interface Change {

  /**
   * Both values and what their difference means.
   *
   * @param prior value at the earlier date, in the quantity's unit
   * @param current value at the later date
   * @param limit limit of detectable change: a difference within it is measurement error, at 95 %
   */
  record Compared(double prior, double current, double limit) implements Change {
    public Compared {
      if (!Double.isFinite(prior) || !Double.isFinite(current) || !(limit >= 0)) {
        throw new IllegalArgumentException("values are finite and a limit is not negative");
      }
    }

    /** Current less prior. */
    public double difference() {
      return current - prior;
    }

    /** Difference in percent of the prior; empty where the prior is zero. */
    public OptionalDouble relativePercent() {
      return prior == 0
          ? OptionalDouble.empty()
          : OptionalDouble.of(100 * difference() / Math.abs(prior));
    }

    /** What the difference means. */
    public ChangeVerdict verdict() {
      if (Math.abs(difference()) <= limit) {
        return ChangeVerdict.WITHIN_ERROR;
      }
      return difference() > 0 ? ChangeVerdict.INCREASED : ChangeVerdict.DECREASED;
    }
  }

  /** Why there is no comparison. */
  record NotCompared(Reason reason) implements Change {}
}
