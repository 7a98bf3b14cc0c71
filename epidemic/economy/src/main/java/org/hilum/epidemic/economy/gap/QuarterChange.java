package org.hilum.epidemic.economy.gap;

import org.hilum.epidemic.economy.Quarter;

/**
 * By how much a quarter's output may differ from the quarter's before.
 *
 * @param percent expected change
 * @param deviation its standard deviation, points, to first order in the gaps
 */
public record QuarterChange(double percent, double deviation) {

  private static final double PERCENT = 100;

  /** The change of the last quarter of a path. */
  public static QuarterChange of(KnownCountry country, GapPath path) {
    int last = path.meansPercent().length - 1;
    Quarter quarter = path.first().plus(last);
    double old = country.path().at(quarter);
    double level = old * (1 + path.meansPercent()[last] / PERCENT);
    double[] weights = new double[last + 1];
    double before = country.gdp().at(country.lastKnown());
    if (last > 0) {
      double oldBefore = country.path().at(quarter.plus(-1));
      before = oldBefore * (1 + path.meansPercent()[last - 1] / PERCENT);
      weights[last - 1] = -level / before * oldBefore / before;
    }
    weights[last] = old / before;
    return new QuarterChange(PERCENT * (level / before - 1), path.deviation(weights));
  }
}
