package org.hilum.epidemic.forecasting.score;

import java.util.ArrayList;
import java.util.List;
import org.hilum.epidemic.forecasting.QuantileLevels;

/**
 * Into which tenth of its forecast distribution each count fell.
 *
 * <p>Between two quantiles the level is interpolated; where several quantiles equal the count, and
 * beyond the outermost, its weight is spread evenly over the levels it may have. <br>
 * Source: Czado 2009, doi:10.1111/j.1541-0420.2009.01191.x, for counts without chance.
 */
final class PitHistogram {

  static final int BINS = 10;

  private final double[] weight = new double[BINS];
  private int counts;

  void add(double[] quantiles, double came) {
    int below = 0;
    while (below < quantiles.length && quantiles[below] < came) {
      below++;
    }
    int upTo = below;
    while (upTo < quantiles.length && quantiles[upTo] == came) {
      upTo++;
    }
    counts++;
    if (upTo > below) {
      spread(
          below == 0 ? 0 : QuantileLevels.at(below),
          upTo == quantiles.length ? 1 : QuantileLevels.at(upTo - 1));
    } else if (below == 0) {
      spread(0, QuantileLevels.at(0));
    } else if (below == quantiles.length) {
      spread(QuantileLevels.at(below - 1), 1);
    } else {
      double share = (came - quantiles[below - 1]) / (quantiles[below] - quantiles[below - 1]);
      double level =
          QuantileLevels.at(below - 1)
              + share * (QuantileLevels.at(below) - QuantileLevels.at(below - 1));
      spread(level, level);
    }
  }

  private void spread(double from, double to) {
    if (to - from < 1e-12) {
      weight[bin(from)] += 1;
      return;
    }
    for (int bin = 0; bin < BINS; bin++) {
      double shared = Math.min(to, (bin + 1) / (double) BINS) - Math.max(from, bin / (double) BINS);
      weight[bin] += Math.max(0, shared) / (to - from);
    }
  }

  private static int bin(double level) {
    return Math.clamp((long) (level * BINS), 0, BINS - 1);
  }

  /** Fractions that sum to 1; empty when nothing was added. */
  List<Double> fractions() {
    List<Double> fractions = new ArrayList<>();
    for (double one : weight) {
      if (counts > 0) {
        fractions.add(one / counts);
      }
    }
    return fractions;
  }
}
