package org.hilum.epidemic.forecasting.weekly;

import java.util.List;
import java.util.stream.IntStream;
import org.hilum.epidemic.forecasting.QuantileLevels;
import org.jspecify.annotations.Nullable;

/**
 * How well each family would have done at earlier origins, seeing nothing later than each.
 *
 * <p>The weighted interval score summed over places and origins, persons. Source: Bracher 2021.
 * Cost: every origin is as much work as the forecast itself.
 */
final class PastScores {

  private static final int ORIGINS = 3;

  /** Neighbouring origins tell nearly the same. */
  private static final int WEEKS_APART = 3;

  private static final int FEWEST_WEEKS = 4;
  private static final int MOST_PLACES = 400;

  private PastScores() {}

  /** Per family, the sum of scores; 0 where it had no forecast. */
  static double[] of(List<Family> families, View view, int lead, boolean[] wanted) {
    double[] scores = new double[families.size()];
    for (int origin = 0; origin < ORIGINS; origin++) {
      View earlier = view.back(lead + origin * WEEKS_APART * view.panel().week);
      boolean[] possible = possible(earlier, wanted);
      for (int family = 0; family < scores.length; family++) {
        double[] @Nullable [] growths = families.get(family).growths(earlier, lead, possible);
        scores[family] += score(earlier, growths, lead);
      }
    }
    return scores;
  }

  private static boolean[] possible(View view, boolean[] wanted) {
    Panel panel = view.panel();
    boolean[] possible = new boolean[wanted.length];
    for (int place = 0; place < possible.length; place++) {
      int oldest = view.last()[place] - FEWEST_WEEKS * panel.week;
      possible[place] = wanted[place] && oldest >= panel.first[place];
    }
    keepLargest(view, possible);
    return possible;
  }

  /** Scores are in persons: the largest places decide, and are enough. */
  private static void keepLargest(View view, boolean[] possible) {
    double[] sums =
        IntStream.range(0, possible.length)
            .filter(place -> possible[place])
            .mapToDouble(place -> view.panel().sum(place, view.last()[place]))
            .sorted()
            .toArray();
    if (sums.length > MOST_PLACES) {
      double least = sums[sums.length - MOST_PLACES];
      for (int place = 0; place < possible.length; place++) {
        possible[place] &= view.panel().sum(place, view.last()[place]) >= least;
      }
    }
  }

  private static double score(View view, double[] @Nullable [] growths, int lead) {
    double sum = 0;
    for (int place = 0; place < growths.length; place++) {
      double[] quantiles = growths[place];
      if (quantiles != null) {
        int step = view.last()[place];
        double before = view.panel().before(place, step, lead);
        sum += score(quantiles, before, view.panel().ahead(place, step, lead));
      }
    }
    return sum;
  }

  private static double score(double[] growths, double before, double came) {
    double[] counts = Counts.of(growths, 0, before, Double.MAX_VALUE);
    double sum = 0;
    for (int q = 0; q < counts.length; q++) {
      double error = came - counts[q];
      sum += error * (QuantileLevels.at(q) - (error < 0 ? 1 : 0));
    }
    return 2 * sum / counts.length;
  }
}
