package org.hilum.epidemic.forecasting.score;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.hilum.epidemic.forecasting.Ratio;

/**
 * How sure a ratio of sums is, when the dates on which forecasts were made are drawn anew: places
 * share their fate on a date, so dates are the independent unit.
 *
 * <p>Source: block bootstrap, Efron and Tibshirani 1993, chapter 8; percentiles 5 and 95.
 */
final class RedrawnDates {

  private static final int DRAWS = 1000;
  private static final long SEED = 20200124;

  private final Map<LocalDate, double[]> sums = new TreeMap<>();

  void add(LocalDate date, double ours, double baseline) {
    double[] sum = sums.computeIfAbsent(date, any -> new double[2]);
    sum[0] += ours;
    sum[1] += baseline;
  }

  boolean isEmpty() {
    return sums.isEmpty();
  }

  Ratio ratio() {
    double[][] dates = sums.values().toArray(double[][]::new);
    double ours = 0;
    double theirs = 0;
    for (double[] date : dates) {
      ours += date[0];
      theirs += date[1];
    }
    double[] drawn = drawn(dates);
    return new Ratio(
        ours / theirs, drawn[(int) (0.05 * (DRAWS - 1))], drawn[(int) (0.95 * (DRAWS - 1))]);
  }

  private static double[] drawn(double[][] dates) {
    var chance = new SplittableRandom(SEED);
    double[] ratios = new double[DRAWS];
    for (int draw = 0; draw < DRAWS; draw++) {
      double ours = 0;
      double theirs = 0;
      for (int one = 0; one < dates.length; one++) {
        double[] date = dates[chance.nextInt(dates.length)];
        ours += date[0];
        theirs += date[1];
      }
      ratios[draw] = ours / theirs;
    }
    Arrays.sort(ratios);
    return ratios;
  }
}
