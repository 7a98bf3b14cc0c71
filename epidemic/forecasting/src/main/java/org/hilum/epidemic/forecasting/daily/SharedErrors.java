package org.hilum.epidemic.forecasting.daily;

import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.MatrixUtils;

/**
 * What the errors of yesterday and of a week ago, the place's own and those all places share, say
 * about tomorrow: on a holiday most places report less on the same day, and more on the next.
 *
 * <p>Ridge regression of the log error on six features, pooled over places, fed day by day; a day
 * weighs half after sixty days, a place by the square root of what was expected. A forecast is
 * corrected by what had been learnt before it.
 */
final class SharedErrors {

  private static final int FEATURES = 6;
  private static final double RIDGE = 1;
  private static final double HALF_LIFE = 60;

  /** Errors and corrections beyond this, log scale, count as this. */
  private static final double FURTHEST = 0.7;

  private final Panel panel;
  private final int gap;
  private final double[][] expected;
  private final double[][] error;
  private final double[] common;
  private final double[][] matrix = new double[FEATURES][FEATURES];
  private final double[] right = new double[FEATURES];
  private double[] weights = new double[FEATURES];

  SharedErrors(Panel panel) {
    this.panel = panel;
    this.gap = panel.uncounted();
    int days = panel.days() + 1;
    this.expected = new double[panel.places()][days];
    this.error = new double[panel.places()][days];
    this.common = new double[days];
  }

  /** Keeps what was expected of a day before any correction. */
  void expect(int place, int day, double median) {
    expected[place][day] = median;
  }

  /** The median of a day, corrected by what was learnt up to now. */
  double corrected(int place, int day, double median) {
    double[] features = features(place, day);
    double sum = 0;
    for (int f = 0; f < FEATURES; f++) {
      sum += weights[f] * features[f];
    }
    return Math.max(0, Math.expm1(Math.log1p(median) + bounded(sum)));
  }

  /** Learns from the counts of a day that had been expected. */
  void learn(int day) {
    double total = 0;
    double sum = 0;
    for (int place = 0; place < expected.length; place++) {
      double count = panel.row(place)[day];
      if (!Double.isNaN(count)) {
        double weight = Math.sqrt(expected[place][day]);
        error[place][day] = bounded(Math.log1p(count) - Math.log1p(expected[place][day]));
        total += weight;
        sum += weight * error[place][day];
      }
    }
    if (total > 0) {
      common[day] = sum / total;
      gather(day, total);
      solve();
    }
  }

  private static double bounded(double log) {
    return Numbers.within(-FURTHEST, log, FURTHEST);
  }

  private void gather(int day, double total) {
    double kept = Math.pow(0.5, 1 / HALF_LIFE);
    for (int f = 0; f < FEATURES; f++) {
      right[f] *= kept;
      for (int g = 0; g < FEATURES; g++) {
        matrix[f][g] *= kept;
      }
    }
    for (int place = 0; place < expected.length; place++) {
      if (!Double.isNaN(panel.row(place)[day]) && expected[place][day] > 0) {
        double weight = Math.sqrt(expected[place][day]) / Math.max(1, total);
        add(features(place, day), weight, error[place][day]);
      }
    }
  }

  private void add(double[] features, double weight, double away) {
    for (int f = 0; f < FEATURES; f++) {
      right[f] += weight * features[f] * away;
      for (int g = 0; g < FEATURES; g++) {
        matrix[f][g] += weight * features[f] * features[g];
      }
    }
  }

  private void solve() {
    double[][] held = new double[FEATURES][];
    for (int f = 0; f < FEATURES; f++) {
      held[f] = matrix[f].clone();
      held[f][f] += RIDGE;
    }
    weights =
        new CholeskyDecomposition(MatrixUtils.createRealMatrix(held), 1e-9, 1e-12)
            .getSolver()
            .solve(MatrixUtils.createRealVector(right))
            .toArray();
  }

  private double[] features(int place, int day) {
    int yesterday = day - 1 - gap;
    int weekAgo = day - 7;
    return new double[] {
      0.2,
      before(error[place], yesterday),
      before(error[place], weekAgo),
      growth(panel.row(place), yesterday),
      before(common, yesterday),
      before(common, weekAgo)
    };
  }

  private static double before(double[] days, int day) {
    return day < 0 ? 0 : days[day];
  }

  private static double growth(double[] row, int day) {
    double now = 0;
    double before = 0;
    for (int k = 0; k < 7; k++) {
      now += day - k < 0 || Double.isNaN(row[day - k]) ? 0 : row[day - k];
      before += day - 7 - k < 0 || Double.isNaN(row[day - 7 - k]) ? 0 : row[day - 7 - k];
    }
    return bounded(Math.log((now + 5) / (before + 5)));
  }
}
