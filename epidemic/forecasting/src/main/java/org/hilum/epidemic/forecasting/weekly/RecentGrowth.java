package org.hilum.epidemic.forecasting.weekly;

/** The weekly log growth of a place just now, the newest weeks counting most. */
final class RecentGrowth {

  private static final double[] WEIGHTS = {0.6, 0.3, 0.1};
  private static final double HALF_BELIEVED = 20;

  private RecentGrowth() {}

  static double of(Panel panel, int place, int step) {
    double growth = 0;
    for (int back = 0; back < WEIGHTS.length; back++) {
      growth += WEIGHTS[back] * Traits.growth(panel, place, step - back * panel.week, panel.week);
    }
    double sum = panel.sum(place, step);
    return growth * sum / (sum + HALF_BELIEVED);
  }

  /** The share of a week's growth that lies in the steps ahead, each week damped once more. */
  static double ahead(double damping, double weeks) {
    double sum = 0;
    double factor = damping;
    for (double week = 0; week < weeks; week++) {
      sum += factor * Math.min(1, weeks - week);
      factor *= damping;
    }
    return sum;
  }
}
