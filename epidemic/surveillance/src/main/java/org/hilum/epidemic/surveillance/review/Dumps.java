package org.hilum.epidemic.surveillance.review;

/** Which counts hold far more than new persons. */
final class Dumps {

  /** A dump is more than so many times what was to be expected. */
  static final double TIMES = 3;

  /** And more than so many times the largest of the week before and what is usual after. */
  private static final double OVER_LARGEST = 2;

  /** And more than so many standard deviations of a Poisson count above it. */
  private static final double DEVIATIONS = 6;

  /** And by at least so many persons: a family fallen ill is no late report. */
  private static final double PERSONS = 10;

  /** Steps after it from which a dump among few is told. */
  private static final int SEEN_FROM = 2;

  /** Days within which a slip is undone. */
  private static final int UNDONE_DAYS = 7;

  private final double[] raw;
  private final double[] clean;
  private final Expectation expectation;

  Dumps(double[] raw, double[] clean, Expectation expectation) {
    this.raw = raw;
    this.clean = clean;
    this.expectation = expectation;
  }

  /**
   * Whether a count is a dump.
   *
   * @param from where the silence before it begins; the step itself when there is none
   */
  boolean isDump(int from, int step) {
    double highest = expectation.highest(from, step);
    double perDay = raw[step] / (step - from + 1);
    return perDay > TIMES * highest
        && raw[step] - highest > PERSONS + DEVIATIONS * Math.sqrt(highest)
        && perDay > OVER_LARGEST * largestBefore(step)
        && isLonely(step, perDay)
        && !isOutbreak(step);
  }

  /**
   * Whether a count is a dump where so few are counted that a level says little: seen from some
   * days later, and no larger than all that was ever counted before, as an outbreak's first days
   * are.
   */
  boolean isDumpAmongFew(int from, int step) {
    return step + SEEN_FROM < raw.length
        && raw[step] <= Medians.sum(clean, 0, step)
        && isDump(from, step);
  }

  /** On the last day, more than was ever counted before: an outbreak, as far as can be told. */
  private boolean isOutbreak(int step) {
    return step == raw.length - 1 && raw[step] > Medians.sum(clean, 0, step);
  }

  private double largestBefore(int step) {
    double largest = 0;
    for (int n = Math.max(0, step - 7); n < step; n++) {
      largest = clean[n] > largest ? clean[n] : largest;
    }
    return largest;
  }

  /** Whether the steps after, as far as they are known, do not stay at its height. */
  boolean isLonely(int step, double count) {
    double after = after(step, 3);
    if (Double.isNaN(after)) {
      for (int n = step + 1; n < raw.length && n <= step + 7; n++) {
        after = Math.max(Double.isNaN(after) ? 0 : after, raw[n]);
      }
    }
    return !(count <= OVER_LARGEST * after);
  }

  /** Median of the counts of the week after; NaN when fewer are known than wanted. */
  double after(int step, int wanted) {
    var after = new double[7];
    int found = 0;
    for (int n = step + 1; n < raw.length && n <= step + 7; n++) {
      if (raw[n] > 0) {
        after[found++] = raw[n];
      }
    }
    return found < wanted ? Double.NaN : Medians.of(after, found);
  }

  /** The day soon after on which about the same comes back, as after a slip; -1 when none. */
  int undoneOn(int step, double lowering, int daysPerStep) {
    double most = TIMES * expectation.highest(step, step);
    for (int n = step + 1; n <= step + UNDONE_DAYS / daysPerStep && n < raw.length; n++) {
      if (raw[n] > most && raw[n] >= -lowering && raw[n] + lowering < -lowering) {
        return n;
      }
    }
    return -1;
  }
}
