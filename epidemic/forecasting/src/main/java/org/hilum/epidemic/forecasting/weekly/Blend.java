package org.hilum.epidemic.forecasting.weekly;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hilum.epidemic.forecasting.QuantileLevels;
import org.jspecify.annotations.Nullable;

/** Several families as one: the weighted mean of their quantiles on the log scale. */
final class Blend {

  private final List<Family> families;

  Blend(List<Family> families) {
    this.families = List.copyOf(families);
  }

  /**
   * The blend of every wanted place.
   *
   * @return per place; null where no family has a forecast
   */
  @Nullable Blended[] growths(View view, int lead, boolean[] wanted) {
    double[] @Nullable [][] all = new double[families.size()][][];
    for (int family = 0; family < all.length; family++) {
      all[family] = families.get(family).growths(view, lead, wanted);
    }
    double[] weights = weights(all.length);
    @Nullable Blended[] blended = new @Nullable Blended[wanted.length];
    for (int place = 0; place < wanted.length; place++) {
      if (wanted[place]) {
        blended[place] = blend(all, weights, place);
      }
    }
    return blended;
  }

  private static double[] weights(int families) {
    double[] weights = new double[families];
    java.util.Arrays.fill(weights, 1.0 / families);
    return weights;
  }

  private @Nullable Blended blend(double[] @Nullable [][] all, double[] weights, int place) {
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
    for (int q = 0; q < mean.length; q++) {
      mean[q] /= sum;
    }
    double total = sum;
    used.replaceAll((name, weight) -> weight / total);
    return new Blended(mean, used);
  }

  /**
   * @param growths 23 log ratios
   * @param weights share of each family
   */
  record Blended(double[] growths, Map<String, Double> weights) {}
}
