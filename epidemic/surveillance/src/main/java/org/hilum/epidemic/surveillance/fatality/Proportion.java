package org.hilum.epidemic.surveillance.fatality;

import org.hipparchus.special.Beta;

/**
 * A proportion with its 95 % interval.
 *
 * @param value 0 to 1
 * @param lower lower end
 * @param upper upper end
 */
public record Proportion(double value, double lower, double upper) {

  private static final double EACH_TAIL = 0.025;

  /** Half the 95 % point of chi squared with one degree of freedom, to two places as is usual. */
  private static final double FALL = 1.92;

  private static final int HALVINGS = 60;

  /**
   * Exact binomial interval.
   *
   * <p>Source: Clopper and Pearson 1934, doi:10.1093/biomet/26.4.404.
   *
   * @param events of the trials, at most as many
   * @param trials at least 1
   */
  public static Proportion exact(double events, double trials) {
    return new Proportion(
        events / trials,
        events == 0 ? 0 : betaQuantile(EACH_TAIL, events, trials - events + 1),
        events == trials ? 1 : betaQuantile(1 - EACH_TAIL, events + 1, trials - events));
  }

  private static double betaQuantile(double probability, double a, double b) {
    return root(p -> Beta.regularizedBeta(p, a, b) - probability, 0, 1);
  }

  /**
   * Most likely proportion of a binomial whose number of trials need not be whole, with the
   * interval in which the log-likelihood is within 1.92 of its largest.
   *
   * @param events above 0 trials, at most as many
   */
  public static Proportion likely(double events, double trials) {
    double best = events / trials;
    double least = logLikelihood(best, events, trials) - FALL;
    Curve above = p -> logLikelihood(p, events, trials) - least;
    return new Proportion(
        best,
        events == 0 ? 0 : root(above, 0, best),
        events == trials ? 1 : root(p -> -above.at(p), best, 1));
  }

  private static double logLikelihood(double p, double events, double trials) {
    return (events == 0 ? 0 : events * Math.log(p))
        + (events == trials ? 0 : (trials - events) * Math.log1p(-p));
  }

  @FunctionalInterface
  private interface Curve {
    double at(double p);
  }

  /** Where a rising curve crosses zero. */
  private static double root(Curve rising, double from, double to) {
    double below = from;
    double above = to;
    for (int n = 0; n < HALVINGS; n++) {
      double middle = (below + above) / 2;
      if (rising.at(middle) < 0) {
        below = middle;
      } else {
        above = middle;
      }
    }
    return (below + above) / 2;
  }

  /** One over it, times a share: of an assumed true ratio, how much of the cases are found. */
  public Proportion ascertainedOf(double truth) {
    return new Proportion(
        Math.min(1, truth / value), Math.min(1, truth / upper), Math.min(1, truth / lower));
  }
}
