package org.hilum.epidemic.forecasting.transmission;

import org.hilum.epidemic.surveillance.DelayDistribution;

/** How a delay falls on whole days: chance of each, chance that it lasts longer. */
final class DelayDays {

  private static final int STEPS = 64;

  private DelayDays() {}

  /**
   * Chance that two events are dated 1, 2, 3 ... days apart, each happening at any hour of its day;
   * place 0 is 0, since nobody passes the disease on before the next day. Sums to 1.
   *
   * <p>{@code P(k) = G(k + 1) - 2 G(k) + G(k - 1)}, G the integral of the cumulative distribution
   * (Cori et al. 2013, Am J Epidemiol 178:1505, web appendix 11).
   */
  static double[] fromDayOne(DelayDistribution delay, int count) {
    double[] within = passed(delay, count);
    double[] chance = new double[count];
    double sum = 0;
    for (int k = 1; k < count; k++) {
      chance[k] = mean(within, k) - mean(within, k - 1);
      sum += chance[k];
    }
    for (int k = 1; k < count; k++) {
      chance[k] /= sum;
    }
    return chance;
  }

  /** Chance that it lasts longer than 0, 1, 2 ... days. */
  static double[] longer(DelayDistribution delay, int count) {
    double[] within = passed(delay, count);
    double[] longer = new double[count];
    for (int k = 0; k < count; k++) {
      longer[k] = 1 - within[k * STEPS];
    }
    return longer;
  }

  /** Cumulative distribution at every 64th of a day (midpoint rule). */
  private static double[] passed(DelayDistribution delay, int days) {
    double[] passed = new double[days * STEPS + 1];
    for (int i = 1; i < passed.length; i++) {
      passed[i] = Math.min(1, passed[i - 1] + delay.density((i - 0.5) / STEPS) / STEPS);
    }
    return passed;
  }

  /** Mean of the cumulative distribution over a day (trapezium rule). */
  private static double mean(double[] passed, int day) {
    double sum = (passed[day * STEPS] + passed[(day + 1) * STEPS]) / 2;
    for (int i = day * STEPS + 1; i < (day + 1) * STEPS; i++) {
      sum += passed[i];
    }
    return sum / STEPS;
  }
}
