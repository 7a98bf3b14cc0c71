package org.hilum.epidemic.forecasting.weekly;

import java.util.Arrays;
import org.hilum.epidemic.forecasting.QuantileLevels;
import org.jspecify.annotations.Nullable;

/**
 * What came after the most alike past courses of any place.
 *
 * <p>Formula: weights exp(-d / bandwidth) of the examples nearest in {@link Traits} (d the weighted
 * squared distance, plus the difference in level), faded by age; weighted quantiles of their
 * outcomes. Source: the idea of weighting past trend curves, Morel and Morel 2022 (EpiInvert).
 */
final class Analogues implements Family {

  private static final int NEAREST = 150;
  private static final int LOOKED_AT = 3 * NEAREST;
  private static final int FEWEST = 100;

  /** Of more examples so many are looked through, or thousands of places would take hours. */
  private static final int MOST = 6000;

  private static final double BANDWIDTHS = 3;

  /** Weight of a difference of 1 in each trait: recent growth counts most. */
  private static final double[] OWN = {0, 1, 0.6, 0.3, 1, 0.5, 0.5, 0.1};

  private static final double[] WITH_LEADER = {
    0, 0.7, 0.5, 0.3, 0.7, 0.3, 0.5, 0.1, 1, 0.8, 0.5, 0.3, 1
  };

  private static final double LEVEL = 0.04;

  /** Squared distance of another place. */
  private static final double ELSEWHERE = 0.002;

  private final Examples.Memory memory;

  Analogues(Examples.Memory memory) {
    this.memory = memory;
  }

  @Override
  public String name() {
    return "analogues";
  }

  @Override
  public double share() {
    return 1;
  }

  @Override
  public double[] @Nullable [] growths(View view, int lead, boolean[] wanted) {
    Panel panel = view.panel();
    double[][] growths = new double[panel.size()][];
    Examples examples = Examples.of(view, lead, memory).atMost(MOST);
    if (examples.size() < FEWEST) {
      return growths;
    }
    for (int place = 0; place < growths.length; place++) {
      if (wanted[place]) {
        double[] quantiles = alike(view, examples, place);
        double learnt = quantiles[QuantileLevels.MEDIAN];
        growths[place] = moved(quantiles, (Damping.of(view, lead, learnt) - 1) * learnt);
      }
    }
    return growths;
  }

  private static double[] alike(View view, Examples examples, int place) {
    int step = view.last()[place];
    double[] distances = distances(examples, view, place, step);
    int looked = Math.min(LOOKED_AT, distances.length);
    double[] sorted = distances.clone();
    Arrays.sort(sorted);
    double farthest = sorted[looked - 1];
    double bandwidth = sorted[Math.min(NEAREST, sorted.length) - 1] / BANDWIDTHS + 1e-9;
    double[] outcomes = new double[looked];
    double[] weights = new double[looked];
    int found = 0;
    for (int i = 0; i < distances.length && found < looked; i++) {
      if (distances[i] <= farthest) {
        outcomes[found] = examples.outcome()[i];
        weights[found] = Math.exp(-distances[i] / bandwidth) * examples.weight()[i];
        found++;
      }
    }
    return Numbers.weightedQuantiles(outcomes, weights);
  }

  private static double[] distances(Examples examples, View view, int place, int step) {
    double[] here = Traits.of(view, place, step);
    double level = view.panel().log(place, step);
    double[] scale = view.leader() == null ? OWN : WITH_LEADER;
    double[] distances = new double[examples.size()];
    for (int i = 0; i < distances.length; i++) {
      double[] there = examples.traits()[i];
      double apart = LEVEL * (examples.level()[i] - level);
      double sum = apart * apart + (examples.place()[i] == place ? 0 : ELSEWHERE);
      for (int k = 0; k < scale.length; k++) {
        double difference = scale[k] * (there[k] - here[k]);
        sum += difference * difference;
      }
      distances[i] = sum;
    }
    return distances;
  }

  private static double[] moved(double[] quantiles, double shift) {
    return Arrays.stream(quantiles).map(q -> q + shift).toArray();
  }
}
