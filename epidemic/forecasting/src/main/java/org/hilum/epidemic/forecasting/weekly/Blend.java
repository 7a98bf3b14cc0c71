package org.hilum.epidemic.forecasting.weekly;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hilum.epidemic.forecasting.QuantileLevels;
import org.jspecify.annotations.Nullable;

/**
 * Several families as one: the weighted mean of their quantiles on the log scale, made a little
 * wider with each week.
 *
 * <p>Formula: weight = share x (best score / score)^{@value #POWER} with {@link PastScores}.
 */
final class Blend {

  static final double POWER = 2;

  /** Means of quantiles are too narrow far ahead; found on the development windows. */
  private static final double WIDENING_PER_WEEK = 0.03;

  private final List<Family> families;

  Blend(List<Family> families) {
    this.families = List.copyOf(families);
  }

  /** What each family weighs, by how it did before in the wanted places. */
  double[] weights(View view, int lead, boolean[] wanted) {
    return weights(PastScores.of(families, view, lead, wanted));
  }

  /**
   * The blend of every wanted place.
   *
   * @return per place; null where no family has a forecast
   */
  @Nullable Blended[] growths(View view, int lead, boolean[] wanted, double[] weights) {
    double[] @Nullable [][] all = new double[families.size()][][];
    for (int family = 0; family < all.length; family++) {
      all[family] = families.get(family).growths(view, lead, wanted);
    }
    double weeks = (double) lead / view.panel().week;
    double widening = 1 + WIDENING_PER_WEEK * Math.max(0, weeks - 1);
    @Nullable Blended[] blended = new @Nullable Blended[wanted.length];
    for (int place = 0; place < wanted.length; place++) {
      if (wanted[place]) {
        blended[place] = blend(all, weights, place, widening);
      }
    }
    return blended;
  }

  private double[] weights(double[] scores) {
    double best = Arrays.stream(scores).filter(score -> score > 0).min().orElse(1);
    double[] weights = new double[scores.length];
    for (int family = 0; family < weights.length; family++) {
      double merit = scores[family] > 0 ? Math.pow(best / scores[family], POWER) : 1;
      weights[family] = families.get(family).share() * merit;
    }
    return weights;
  }

  private @Nullable Blended blend(
      double[] @Nullable [][] all, double[] weights, int place, double widening) {
    double[] mean = new double[QuantileLevels.COUNT];
    Map<String, Double> used = new LinkedHashMap<>();
    double sum = 0;
    for (int family = 0; family < all.length; family++) {
      double[] quantiles = all[family][place];
      if (quantiles != null) {
        sum += weights[family];
        used.put(families.get(family).name(), weights[family]);
        for (int q = 0; q < mean.length; q++) {
          mean[q] += weights[family] * quantiles[q];
        }
      }
    }
    if (sum <= 0) {
      return null;
    }
    double total = sum;
    used.replaceAll((name, weight) -> weight / total);
    double median = mean[QuantileLevels.MEDIAN] / total;
    double[] wide =
        Arrays.stream(mean).map(q -> median + widening * (q / total - median)).toArray();
    return new Blended(wide, used);
  }

  /**
   * The blend of one place.
   *
   * @param growths 23 log ratios
   * @param weights share of each family, adding up to 1
   */
  record Blended(double[] growths, Map<String, Double> weights) {}
}
