package org.hilum.epidemic.economy.gap;

import java.util.Optional;
import org.hilum.epidemic.economy.Quarter;

/**
 * By how much the sum of a year's four quarters exceeds that of the year before.
 *
 * @param percent expected growth
 * @param deviation its standard deviation, points, to first order in the gaps
 * @param quartersKnown how many of the year's quarters are published
 */
public record YearGrowth(double percent, double deviation, int quartersKnown) {

  private static final int QUARTERS = 4;
  private static final double PERCENT = 100;

  /** The growth; empty when a quarter of the two years is missing among the published. */
  public static Optional<YearGrowth> of(KnownCountry country, GapPath path, int year) {
    double before = sum(country, path, year - 1);
    double sum = sum(country, path, year);
    if (Double.isNaN(before) || Double.isNaN(sum)) {
      return Optional.empty();
    }
    double[] weights = new double[path.meansPercent().length];
    int known = 0;
    for (int number = 1; number <= QUARTERS; number++) {
      add(weights, country, path, new Quarter(year, number), 1 / before);
      add(weights, country, path, new Quarter(year - 1, number), -sum / before / before);
      known += country.knows(new Quarter(year, number)) ? 1 : 0;
    }
    return Optional.of(
        new YearGrowth(PERCENT * (sum / before - 1), path.deviation(weights), known));
  }

  private static double sum(KnownCountry country, GapPath path, int year) {
    double sum = 0;
    for (int number = 1; number <= QUARTERS; number++) {
      sum += level(country, path, new Quarter(year, number));
    }
    return sum;
  }

  private static double level(KnownCountry country, GapPath path, Quarter quarter) {
    int ahead = quarter.since(path.first());
    if (ahead >= 0) {
      return country.path().at(quarter) * (1 + path.meansPercent()[ahead] / PERCENT);
    }
    boolean onPath = quarter.compareTo(country.gdp().levels().firstKey()) < 0;
    return onPath ? country.path().at(quarter) : country.gdp().at(quarter);
  }

  private static void add(
      double[] weights, KnownCountry country, GapPath path, Quarter quarter, double weight) {
    int ahead = quarter.since(path.first());
    if (ahead >= 0) {
      weights[ahead] += weight * country.path().at(quarter);
    }
  }
}
